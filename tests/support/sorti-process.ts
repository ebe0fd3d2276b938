import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "@/lib/cli/installation";

/** A `sorti serve` of its own that can be killed as a power cut would. */
export type SortiProcess = {
  readonly port: number;
  /** What it printed about problems. */
  readonly complaints: () => string;
  readonly kill: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

const READY_WITHIN_MS = 900_000;

async function untilItAnswers(port: number, child: ChildProcess, said: () => string) {
  const until = Date.now() + READY_WITHIN_MS;
  while (Date.now() < until && child.exitCode === null) {
    const reply = await fetch(`http://127.0.0.1:${port}/api/survey/manifest`).catch(() => null);
    if (reply?.ok) return;
    await wait(200);
  }
  child.kill("SIGKILL");
  throw new Error(`sorti serve did not answer: ${said()}`);
}

/** Starts the production server on the databases of the environment; waits until it gives out an open round. */
export async function startSorti(
  settings: Readonly<Record<string, string>> = {},
): Promise<SortiProcess> {
  const port = await freePort();
  const child = spawn(process.execPath, ["lib/cli/sorti.mjs", "serve"], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      SORTI_MODE: "demo",
      SORTI_ADDRESS_LIMIT: "1000000000",
      NEXTAUTH_SECRET: "a secret of no more than this test's own",
      ...settings,
      PORT: String(port),
    },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let printed = "";
  child.stderr.on("data", (chunk) => {
    printed += String(chunk);
  });
  await untilItAnswers(port, child, () => printed);
  const end = async (signal: "SIGKILL" | "SIGTERM") => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill(signal);
    await gone;
  };
  return {
    port,
    complaints: () => printed,
    kill: () => end("SIGKILL"),
    stop: () => end("SIGTERM"),
  };
}
