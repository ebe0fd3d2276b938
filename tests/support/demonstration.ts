import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "@/lib/cli/installation";

/** A demonstration of its own, started as a person starts it. */
export type Demonstration = {
  readonly origin: string;
  readonly directory: string;
  readonly output: () => string;
  readonly environment: Readonly<Record<string, string>>;
  readonly stop: () => Promise<void>;
};

const READY_WITHIN_MS = 5 * 60_000;

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

/** Starts `npm start`'s command in a new data directory on a free port, and waits until it says that it is ready. */
export async function startDemonstration(
  extra: Record<string, string> = {},
  { empty = false }: { readonly empty?: boolean } = {},
): Promise<Demonstration> {
  const directory = mkdtempSync(path.join(tmpdir(), "sorti-demo-"));
  // The database server's own account must reach it; otherwise it lives elsewhere, and would stay there.
  chmodSync(directory, 0o755);
  const port = await freePort();
  const environment = {
    SORTI_DATA_DIR: directory,
    PORT: String(port),
    SORTI_GRACE_SECONDS: "3",
    ...extra,
  };
  const child = spawn(
    process.execPath,
    ["lib/cli/sorti.mjs", "demo", ...(empty ? ["--empty"] : [])],
    {
      env: { ...process.env, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let printed = "";
  child.stdout.on("data", (chunk) => {
    printed += String(chunk);
  });
  child.stderr.on("data", (chunk) => {
    printed += String(chunk);
  });
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await ready(child, () => printed);
  return {
    origin: `http://localhost:${port}`,
    directory,
    output: () => printed,
    environment,
    stop: async () => {
      child.kill("SIGTERM");
      await gone;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
