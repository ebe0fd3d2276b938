import { fork } from "node:child_process";
import path from "node:path";

/** Found from the folder of the installation: bundled code has no folder of its own, and takes none along. */
const entry = (program: string) =>
  path.join(/* turbopackIgnore: true */ process.cwd(), "lib/threads", program);

/** Longer than the largest region needs; a process that hangs is ended. */
const LONGEST_MS = 10 * 60_000;

/** A process that ended, or was ended, before it had anything to say. What it had not finished writing is not there. */
export class ChildEnded extends Error {
  override readonly name = "ChildEnded";
}

/**
 * Gives a program of this folder one job, in a process of its own, and resolves with the one thing it says: nobody who
 * is being answered waits for it, and the memory that it takes ends with it. Throws `ChildEnded`.
 */
export function askChild<Answer>(
  program: string,
  job: object,
  signal?: AbortSignal,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = fork(entry(program), [], {
      execArgv: [],
      // What it would print of an error may quote a row; what it has to say comes as its answer.
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    const end = () => child.kill("SIGKILL");
    const late = setTimeout(end, LONGEST_MS);
    signal?.addEventListener("abort", end, { once: true });
    child.once("message", (answer) => resolve(answer as Answer));
    child.once("error", reject);
    // Only when nothing more can come of it: an answer may be on its way when it has ended.
    child.once("close", () => {
      clearTimeout(late);
      signal?.removeEventListener("abort", end);
      reject(new ChildEnded("A process beside the server ended early."));
    });
    child.send(job);
  });
}
