import { type ChildProcess, spawn } from "node:child_process";
import { appendFileSync, chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "@/lib/cli/installation";

/** A demonstration of its own, started as a person starts it. */
export type Demonstration = {
  readonly origin: string;
  readonly directory: string;
  readonly output: () => string;
  readonly environment: Readonly<Record<string, string>>;
  /** Ends it as a power cut would; the folder stays. */
  readonly kill: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Most often it is ready in a minute and a half: this ends what would never be. */
const READY_WITHIN_MS = 20 * 60_000;

function ready(child: ChildProcess, output: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const give = setTimeout(
      () => reject(new Error(`Not ready in time:\n${output()}`)),
      READY_WITHIN_MS,
    );
    child.stdout?.on("data", () => {
      if (!output().includes("Ctrl-C stops everything")) return;
      clearTimeout(give);
      resolve();
    });
    child.on("exit", () => {
      clearTimeout(give);
      reject(new Error(`It ended:\n${output()}`));
    });
  });
}

/** A folder of its own that the database server's account can reach too; else the server would live elsewhere. */
function newDirectory(): string {
  const directory = mkdtempSync(path.join(tmpdir(), "sorti-demo-"));
  chmodSync(directory, 0o755);
  return directory;
}

export type Wishes = {
  /** Accounts and keys only. */
  readonly empty?: boolean;
  /** A folder that an earlier demonstration left. */
  readonly directory?: string;
};

/** Starts `npm start`'s command on a free port, and waits until it says that it is ready. */
export async function startDemonstration(
  extra: Record<string, string> = {},
  { empty = false, directory = newDirectory() }: Wishes = {},
): Promise<Demonstration> {
  const port = await freePort();
  const environment = {
    SORTI_DATA_DIR: directory,
    PORT: String(port),
    SORTI_GRACE_SECONDS: "3",
    ...extra,
  };
  const args = ["lib/cli/sorti.mjs", "demo", ...(empty ? ["--empty"] : [])];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      printed += String(chunk);
      // Where a test can look for what must never be printed.
      appendFileSync(path.join(directory, "printed.log"), chunk);
    });
  }
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await ready(child, () => printed);
  return {
    origin: `http://localhost:${environment.PORT}`,
    directory,
    output: () => printed,
    environment,
    kill: async () => {
      // The whole group at once: nobody gets to tidy up.
      if (child.pid) process.kill(-child.pid, "SIGKILL");
      await gone;
    },
    stop: async () => {
      child.kill("SIGTERM");
      await gone;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
