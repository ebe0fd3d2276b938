import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const PRINTS = /\bconsole\s*[.[]\s*["'\w]|process\s*\.\s*std(out|err)\b/;

/** What speaks to a person at a keyboard, and never while a server runs; and the three that say how servers speak. */
const MAY = [
  /^lib\/cli\/commands\//,
  /^lib\/cli\/(bootstrap\.mjs|main\.ts|passphrase\.ts|progress-line\.ts|key-warning\.ts)$/,
  /^lib\/log\.ts$/,
  /^lib\/cli\/own-words\.ts$/,
];

const printing = (files: readonly string[]) =>
  files.filter((file) => PRINTS.test(readFileSync(file, "utf8")));

const sources = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(ts|tsx|mjs)$/.test(name))
    .map((name) => `${folder}/${name}`);

test("a running server says nothing but lines of the log, all written in one place", () => {
  const files = ["app", "components", "lib"].flatMap(sources);
  expect(files.length).toBeGreaterThan(700);
  const found = printing([...files, "instrumentation.ts", "proxy.ts"]);
  expect(found.filter((file) => !MAY.some((one) => one.test(file)))).toEqual([]);
  // The look bites, and nothing is excused that needs no excuse.
  for (const one of MAY)
    expect(
      found.some((file) => one.test(file)),
      String(one),
    ).toBe(true);
});
