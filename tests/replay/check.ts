import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { RESULT } from "./ledger";

const FAILED = { passed: 0, failed: 1 };

/**
 * The replay as one check among others: a process of its own, and what it counted. Without the file of real
 * answers (SORTI_REPLAY_FILE) it says so and counts nothing.
 */
export async function replay(): Promise<{ readonly passed: number; readonly failed: number }> {
  rmSync(RESULT, { force: true });
  const entry = fileURLToPath(new URL("./run.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", entry], { stdio: "inherit" });
  const code = await new Promise<number | null>((resolve) => child.once("exit", resolve));
  if (!existsSync(RESULT)) return FAILED;
  const counts: { passed: number; failed: number } = JSON.parse(readFileSync(RESULT, "utf8"));
  return code === 0 ? counts : { ...counts, failed: Math.max(counts.failed, 1) };
}
