import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { createInterface } from "node:readline";
import { ensureBuild } from "@/lib/cli/build";
import { inLanes } from "./lanes";
import { replay } from "./replay/check";

/** The whole truth: every check of the project on two cores, and one line at the end. */

type Counts = { readonly passed: number; readonly failed: number };
type Say = (line: string) => void;
type Check = {
  readonly name: string;
  readonly run: (say: Say) => Promise<Counts>;
  /** Checks that must have ended before this one begins. */
  readonly after?: readonly string[];
};

const ONE_PASSED = { passed: 1, failed: 0 };
const ONE_FAILED = { passed: 0, failed: 1 };

/** Each check keeps about one core busy; databases, ports and servers are each one's own. */
const CORES = 2;

/** Runs a tool; what it prints is said line by line, so that two at a time can be told apart. */
function command(say: Say, args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const [tool = "", ...rest] = args;
    const child = spawn(process.execPath, [tool, ...rest], { stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on("line", say);
    }
    child.on("close", (code) => resolve(code === 0));
  });
}

const single =
  (...args: string[]) =>
  async (say: Say) =>
    (await command(say, args)) ? ONE_PASSED : ONE_FAILED;

function read(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}

/** What a runner wrote about its tests; a runner that wrote nothing, or failed without a failed test, failed once. */
function counted(ok: boolean, passed: number | undefined, failed: number | undefined): Counts {
  if (passed === undefined || failed === undefined) return ONE_FAILED;
  return { passed, failed: ok ? failed : Math.max(failed, 1) };
}

const vitest =
  (project: string) =>
  async (say: Say): Promise<Counts> => {
    const file = `test-results/${project}.json`;
    rmSync(file, { force: true });
    const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${file}`];
    const ok = await command(say, [
      "node_modules/vitest/vitest.mjs",
      "run",
      "--project",
      project,
      ...reporters,
    ]);
    const report = read(file) as { numPassedTests?: number; numFailedTests?: number } | null;
    return counted(ok, report?.numPassedTests, report?.numFailedTests);
  };

async function browser(say: Say): Promise<Counts> {
  const file = "test-results/e2e.json";
  rmSync(file, { force: true });
  const ok = await command(say, ["node_modules/@playwright/test/cli.js", "test"]);
  const report = read(file) as { stats?: { expected: number; unexpected: number } } | null;
  return counted(ok, report?.stats?.expected, report?.stats?.unexpected);
}

async function build(say: Say): Promise<Counts> {
  await ensureBuild(say);
  return ONE_PASSED;
}

const BUILD = "production build";
const CHROMIUM = "a browser to test with";
const ROUTE_TYPES = "route types";

/** In the order of beginning: first what others wait for, and the longest. */
const CHECKS: readonly Check[] = [
  { name: BUILD, run: build },
  { name: CHROMIUM, run: single("--import", "tsx", "tests/support/find-chromium.ts") },
  { name: "unit and boundaries", run: vitest("unit") },
  { name: "browser", run: browser, after: [BUILD, CHROMIUM] },
  { name: "integration on PostgreSQL", run: vitest("integration"), after: [BUILD, CHROMIUM] },
  { name: "attacks", run: vitest("attack"), after: [CHROMIUM] },
  // The build empties the folder that these are written to.
  {
    name: ROUTE_TYPES,
    run: single("node_modules/next/dist/bin/next", "typegen"),
    after: [BUILD],
  },
  {
    name: "types",
    run: single("node_modules/typescript/bin/tsc", "--noEmit"),
    after: [ROUTE_TYPES],
  },
  {
    name: "lint and format",
    run: single("node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings"),
  },
  { name: "unused code", run: single("node_modules/knip/bin/knip.js") },
  { name: "replay of real answers", run: replay },
];

async function outcome(check: Check): Promise<Counts> {
  const say: Say = (line) => process.stdout.write(`${check.name} │ ${line}\n`);
  say("begins");
  const started = performance.now();
  const counts = await check.run(say).catch((cause: unknown) => {
    say(cause instanceof Error ? cause.message : String(cause));
    return ONE_FAILED;
  });
  const seconds = Math.round((performance.now() - started) / 1000);
  say(`${counts.passed} passed, ${counts.failed} failed (${seconds} s)`);
  return counts;
}

/** What takes too long for every day: `npm run test:long`, before an issue is called done. */
const LONG: readonly Check[] = [
  { name: "long", run: vitest("long") },
  { name: "other dice, for long", run: vitest("other-dice"), after: ["long"] },
];

/** The checks that the words on the command line name; all of every day's without any. */
function chosen(words: readonly string[]): readonly Check[] {
  if (words.length === 0) return CHECKS;
  return [...CHECKS, ...LONG].filter((check) => words.some((word) => check.name.includes(word)));
}

const chosenOnes = chosen(process.argv.slice(2));
const all = await inLanes(
  CORES,
  chosenOnes.map((check) => ({ ...check, run: () => outcome(check) })),
);
const sum = (counts: readonly number[]) => counts.reduce((before, more) => before + more, 0);
const passed = sum(all.map((one) => one.passed));
const failed = sum(all.map((one) => one.failed));
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exit(failed > 0 || passed === 0 || all.length < chosenOnes.length ? 1 : 0);
