import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { freePort } from "@/lib/cli/installation";

export type Running = {
  readonly origin: string;
  readonly pid: number;
  readonly stop: () => Promise<void>;
};

const READY_WITHIN_MS = 120_000;

async function untilItAnswers(address: string, child: ChildProcess): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS;
  while (Date.now() < until && child.exitCode === null) {
    const response = await fetch(address).catch(() => null);
    if (response?.ok) return;
    await wait(20);
  }
  throw new Error(`Nobody answered at ${address}.`);
}

async function started(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  path: string,
): Promise<Running> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const own = { PORT: String(port), SORTI_ORIGIN: origin, NEXTAUTH_URL: origin };
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...environment, ...own },
    stdio: ["ignore", "ignore", "inherit"],
  });
  await untilItAnswers(`${origin}${path}`, child);
  const stop = async () => {
    if (child.exitCode !== null) return;
    child.kill("SIGTERM");
    await once(child, "exit");
  };
  return { origin, pid: child.pid ?? 0, stop };
}

/**
 * The production server on the bench's databases, as `sorti serve` starts it. One address sends everything here.
 *
 * @param ready a page that answers as soon as the server is there: the manifest does while a round is open
 */
export function startSorti(ready = "/api/survey/manifest"): Promise<Running> {
  const settings = {
    NODE_ENV: "production",
    SORTI_MODE: "demo",
    SORTI_ADDRESS_LIMIT: "1000000000",
    NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
    SMTP_URL: "smtp://127.0.0.1:1",
  };
  return started(["lib/cli/sorti.mjs", "serve"], settings, ready);
}

/** The plainest server there is: one file, read once, the same bytes for everyone. */
export function startFileServer(file: string): Promise<Running> {
  const tsx = pathToFileURL("node_modules/tsx/dist/esm/index.mjs").href;
  return started(["--import", tsx, "tests/bench/file-server.ts"], { SORTI_BENCH_FILE: file }, "/");
}
