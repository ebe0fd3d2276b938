import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { freePort } from "@/lib/cli/installation";

export type Watched = {
  readonly origin: string;
  /** All that it has printed. */
  readonly printed: () => string;
  /** What it holds when it has let go of all that it can, bytes. */
  readonly held: () => Promise<number>;
  readonly stop: () => Promise<void>;
};

/**
 * `sorti serve` on the run's databases, with both parts, and limits by address that nobody meets. `leaking`: broken on
 * purpose, it keeps 8 kB of every request.
 */
export async function startWatchedServer({ leaking = false } = {}): Promise<Watched> {
  const port = String(await freePort());
  const origin = `http://127.0.0.1:${port}`;
  const preloaded = ["say-memory.mjs", ...(leaking ? ["leak-memory.mjs"] : [])].flatMap((name) => [
    "--import",
    pathToFileURL(path.resolve("tests/support", name)).href,
  ]);
  const args = [...preloaded, "lib/cli/sorti.mjs", "serve"];
  const child = spawn(process.execPath, args, {
    env: {
      ...process.env,
      ...{ NODE_ENV: "production", SORTI_MODE: "demo", PORT: port, SORTI_ORIGIN: origin },
      ...{ NEXTAUTH_URL: origin, NEXTAUTH_SECRET: randomBytes(32).toString("hex") },
      ...{ SORTI_ADDRESS_LIMIT: "1000000000", SMTP_URL: "smtp://127.0.0.1:1" },
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      said += String(chunk);
    });
  }
  /** The first match in what is printed from a place on; waits a quarter of an hour for it. */
  const heard = async (what: RegExp, from: number): Promise<string> => {
    for (let tries = 0; tries < 4500 && child.exitCode === null; tries += 1) {
      const found = what.exec(said.slice(from))?.[1];
      if (found !== undefined) return found;
      await wait(200);
    }
    throw new Error(`The server did not say ${what}:\n${said}`);
  };
  await heard(/(Sorti answers on)/, 0);
  return {
    origin,
    printed: () => said,
    held: async () => {
      const from = said.length;
      child.kill("SIGUSR2");
      return Number(await heard(/HELD (\d+)\n/, from));
    },
    stop: async () => {
      child.kill("SIGTERM");
      if (child.exitCode === null) await once(child, "exit");
    },
  };
}
