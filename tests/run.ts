import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { ensureBuild } from "@/lib/cli/build";
import { replay } from "./replay/check";

/** The whole truth: every check of the project on two cores, and one line at the end. */

type Counts = { readonly passed: number; readonly failed: number };
type Check = {
  readonly name: string;
  readonly run: () => Promise<Counts>;
  /** Runs together with the check before it: each keeps about one core busy, and databases are each one's own. */
  readonly beside?: true;
};

const ONE_PASSED = { passed: 1, failed: 0 };
const ONE_FAILED = { passed: 0, failed: 1 };

function command(args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const [tool = "", ...rest] = args;
    const child = spawn(process.execPath, [tool, ...rest], { stdio: "inherit" });
    child.on("exit", (code) => resolve(code === 0));
  });
}

const single =
  (...args: string[]) =>
  async () =>
    (await command(args)) ? ONE_PASSED : ONE_FAILED;

function read(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}

/** What a runner wrote about its tests; a runner that wrote nothing, or failed without a failed test, failed once. */
function counted(ok: boolean, passed: number | undefined, failed: number | undefined): Counts {
  if (passed === undefined || failed === undefined) return ONE_FAILED;
  return { passed, failed: ok ? failed : Math.max(failed, 1) };
}

const vitest = (project: string) => async (): Promise<Counts> => {
  const file = `test-results/${project}.json`;
  rmSync(file, { force: true });
  const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${file}`];
  const ok = await command([
    "node_modules/vitest/vitest.mjs",
    "run",
    "--project",
    project,
    ...reporters,
  ]);
  const report = read(file) as { numPassedTests?: number; numFailedTests?: number } | null;
  return counted(ok, report?.numPassedTests, report?.numFailedTests);
};

async function browser(): Promise<Counts> {
  const file = "test-results/e2e.json";
  rmSync(file, { force: true });
  const ok = await command(["node_modules/@playwright/test/cli.js", "test"]);
  const report = read(file) as { stats?: { expected: number; unexpected: number } } | null;
  return counted(ok, report?.stats?.expected, report?.stats?.unexpected);
}

async function build(): Promise<Counts> {
  await ensureBuild((line) => process.stdout.write(`${line}\n`));
  return ONE_PASSED;
}

const CHECKS: readonly Check[] = [
  { name: "route types", run: single("node_modules/next/dist/bin/next", "typegen") },
  { name: "types", run: single("node_modules/typescript/bin/tsc", "--noEmit") },
  {
    name: "lint and format",
    run: single("node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings"),
    beside: true,
  },
  { name: "unused code", run: single("node_modules/knip/bin/knip.js"), beside: true },
  { name: "unit and boundaries", run: vitest("unit") },
  { name: "integration on PostgreSQL", run: vitest("integration") },
  { name: "attacks", run: vitest("attack"), beside: true },
  { name: "production build", run: build },
  { name: "browser", run: browser },
  { name: "replay of real answers", run: replay },
];

async function outcome(check: Check): Promise<Counts> {
  process.stdout.write(`\n── ${check.name}\n`);
  const started = performance.now();
  const counts = await check.run().catch((cause: unknown) => {
    process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
    return ONE_FAILED;
  });
  const seconds = Math.round((performance.now() - started) / 1000);
  process.stdout.write(
    `   ${check.name}: ${counts.passed} passed, ${counts.failed} failed (${seconds} s)\n`,
  );
  return counts;
}

/** What takes too long for every day: `npm run test:long`, before an issue is called done. */
const LONG: readonly Check[] = [{ name: "long", run: vitest("long") }];

/** The checks that the words on the command line name; all of every day's without any. */
function chosen(words: readonly string[]): readonly Check[] {
  if (words.length === 0) return CHECKS;
  return [...CHECKS, ...LONG].filter((check) => words.some((word) => check.name.includes(word)));
}

const groups: Check[][] = [];
for (const check of chosen(process.argv.slice(2))) {
  const last = groups.at(-1);
  if (check.beside && last) last.push(check);
  else groups.push([check]);
}

let passed = 0;
let failed = 0;
for (const group of groups) {
  for (const counts of await Promise.all(group.map(outcome))) {
    passed += counts.passed;
    failed += counts.failed;
  }
}
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
