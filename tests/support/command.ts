import { spawn } from "node:child_process";
import type { Demonstration } from "./demonstration";

/** The file of real answers that a setting names. */
export const namedReplayFile = (): string | undefined => process.env["SORTI_REPLAY_FILE"];

/** The custodians' passphrases as the demonstration printed them. */
function passphrases(output: string): Record<string, string> {
  const of = (custodian: 1 | 2) =>
    new RegExp(`^ *Custodian ${custodian} \\(.*?\\) +(\\S.*)$`, "m").exec(output)?.[1] ?? "";
  return { SORTI_PASSPHRASE_1: of(1), SORTI_PASSPHRASE_2: of(2) };
}

type Ended = { readonly code: number | null; readonly printed: string; readonly complaint: string };

/** Runs `sorti …` as a process of its own with settings on top of this one's. */
export async function runSorti(
  settings: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<Ended> {
  const child = spawn(process.execPath, ["lib/cli/sorti.mjs", ...args], {
    env: { ...process.env, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  let complaint = "";
  child.stdout.on("data", (chunk) => {
    printed += String(chunk);
  });
  child.stderr.on("data", (chunk) => {
    complaint += String(chunk);
  });
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, printed, complaint };
}

/** Runs `sorti …` beside a running demonstration as its operator would; returns what it printed, throws its sentence. */
export async function sorti(running: Demonstration, ...args: readonly string[]): Promise<string> {
  const settings = { ...running.environment, ...passphrases(running.output()) };
  const { code, printed, complaint } = await runSorti(settings, ...args);
  if (code !== 0) throw new Error(`sorti ${args.join(" ")}: ${complaint || printed}`);
  return printed;
}
