import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Refusal } from "@/lib/cli/refusal";

const SOURCES = ["app", "components", "lib", "prisma"];
const SINGLE = [
  "package-lock.json",
  "next.config.ts",
  "tsconfig.json",
  "postcss.config.mjs",
  "instrumentation.ts",
  "proxy.ts",
];
const MARKER = ".next/sorti-build";

function sourceFiles(): string[] {
  const inFolders = SOURCES.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name)),
  );
  return [...inFolders, ...SINGLE].sort();
}

function sourceHash(): string {
  const hash = createHash("sha256");
  for (const file of sourceFiles()) hash.update(file).update("\0").update(readFileSync(file));
  return hash.digest("hex");
}

/** What tells this build of the app from any other; null where another hand than ours has built it. */
export const builtFrom = (): string | null =>
  existsSync(MARKER) ? readFileSync(MARKER, "utf8") : null;

/** Builds the app unless the build that is there was made from exactly these sources. */
export async function ensureBuild(say: (line: string) => void): Promise<void> {
  const wanted = sourceHash();
  if (builtFrom() === wanted) return;
  say("Building the pages …");
  const output: string[] = [];
  const code = await new Promise<number | null>((resolve) => {
    const child = spawn(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
      env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    child.stdout.on("data", (chunk) => output.push(String(chunk)));
    child.stderr.on("data", (chunk) => output.push(String(chunk)));
    child.on("exit", resolve);
  });
  if (code !== 0) throw new Refusal(`${output.join("")}\nThe pages could not be built.`);
  writeFileSync(MARKER, wanted);
}
