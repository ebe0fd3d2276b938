import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Refusal } from "@/lib/cli/refusal";

/** Whether a process is there and is one of ours: its number may have gone to another program since. */
function isSorti(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === "EPERM";
  }
  const commandLine = `/proc/${pid}/cmdline`;
  // Started by its file, or by the name that npm gives that.
  return !existsSync(commandLine) || /[/\0]sorti(\.mjs)?\0/.test(readFileSync(commandLine, "utf8"));
}

/**
 * One demonstration for a data directory. A process that was killed leaves only its number behind, and a
 * number that nobody answers to blocks nothing.
 */
export function holdDirectory(directory: string): () => void {
  const file = path.join(directory, "running.pid");
  const other = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
  if (other > 0 && other !== process.pid && isSorti(other)) {
    throw new Refusal(
      `Sorti is already running on ${directory} (process ${other}). Stop it first, or set SORTI_DATA_DIR to another folder.`,
    );
  }
  writeFileSync(file, String(process.pid));
  return () => rmSync(file, { force: true });
}
