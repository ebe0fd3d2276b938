import { execFile } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { translated } from "@/lib/cli/translate.mjs";

const run = promisify(execFile);
/** Every source is older than what is made of it, whatever the clock's grain. */
const LONG_AGO = new Date("2026-01-01T00:00:00Z");
const WORD = "lib/cli/word.ts";
const NOTE = "generated/program/current.json";
/** The command line and all that is started beside it, each in one line. */
const ENTRIES = [
  "lib/cli/main.ts",
  "lib/threads/attacker.ts",
  "lib/threads/publisher.ts",
  "lib/threads/thread.ts",
  "lib/threads/workbook-thread.ts",
  "app/reports/paper/thread.tsx",
];

let root = "";

function source(file: string, text: string): void {
  mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
  utimesSync(path.join(root, file), LONG_AGO, LONG_AGO);
}

const says = (word: string) => source(WORD, `export const word: string = "${word}";\n`);

/** What a program says when it is run. */
async function saidBy(folder: string): Promise<string> {
  const { stdout } = await run(process.execPath, [path.join(folder, "lib/cli/main.js")]);
  return stdout.trim();
}

/** A start in a process of its own, as the first command of two at once; where its program is. */
async function start(): Promise<string> {
  const module = pathToFileURL(path.resolve("lib/cli/translate.mjs")).href;
  const program = `import { translated } from "${module}"; process.stdout.write(translated("${root}"));`;
  return (await run(process.execPath, ["--input-type=module", "--eval", program])).stdout;
}

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "sorti-translate-"));
  const text = 'import { word } from "@/lib/cli/word";\nprocess.stdout.write(word);\n';
  for (const entry of ENTRIES) source(entry, text);
  source("tsconfig.json", '{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }');
  for (const file of ["package-lock.json", "lib/cli/translate.mjs", "package.json"])
    source(file, '{ "type": "module" }');
  says("first");
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("the program as JavaScript", () => {
  test("is made by the first start, and found by the next", async () => {
    const made = translated(root);
    expect(await saidBy(made)).toBe("first");
    expect(translated(root)).toBe(made);
    expect(readdirSync(path.join(root, "generated/program"))).toHaveLength(2);
  });

  test("is made anew when a source is another, also in one of the same length and time; what runs keeps its own", async () => {
    const before = translated(root);
    says("other");
    const after = translated(root);
    expect(after).not.toBe(before);
    expect(await saidBy(after)).toBe("other");
    expect(await saidBy(before)).toBe("first");
  });

  test("is made anew when a translation was ended in the middle, or its note is not whole", async () => {
    mkdirSync(path.join(root, "generated/program/p-ended"), { recursive: true });
    const made = translated(root);
    const note = readFileSync(path.join(root, NOTE), "utf8");
    writeFileSync(path.join(root, NOTE), note.slice(0, note.length / 2));
    const anew = translated(root);
    expect(anew).not.toBe(made);
    rmSync(anew, { recursive: true });
    expect(await saidBy(translated(root))).toBe("first");
  });

  test("is whole for each of two that start at once, and one for all who come later", async () => {
    const [one, other] = await Promise.all([start(), start()]);
    expect(await saidBy(one)).toBe("first");
    expect(await saidBy(other)).toBe("first");
    const later = translated(root);
    expect([one, other]).toContain(later);
    expect(translated(root)).toBe(later);
  });

  test("is not made of a source with a mistake, and the note of what was before stays", () => {
    const before = translated(root);
    source(WORD, "export const word = ;\n");
    expect(() => translated(root)).toThrow("word.ts:1");
    says("first");
    expect(translated(root)).toBe(before);
  });

  test("does not pile up: the newest eight stay", () => {
    for (let n = 0; n < 10; n += 1) {
      says(`word ${n}`);
      translated(root);
    }
    expect(readdirSync(path.join(root, "generated/program"))).toHaveLength(9);
  });
});
