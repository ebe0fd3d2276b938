import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const table = readFileSync("docs/attacks.md", "utf8");
const rows = table
  .split("\n")
  .filter((line) => line.startsWith("| ") && !line.startsWith("| Promise"))
  .map((line) => line.split(" | ").map((cell) => cell.replace(/^\| | \|$/g, "")));

const sources = new Map(
  readdirSync("tests/attack")
    .filter((file) => file.endsWith(".test.ts"))
    .map((file) => [file.replace(".test.ts", ""), readFileSync(`tests/attack/${file}`, "utf8")]),
);

/** Whether a cell, `file: title`, names a test that is there. */
function isThere(cell: string): boolean {
  const [file = "", title = ""] = cell.split(/: (.*)/s);
  return title.length > 10 && (sources.get(file)?.includes(title) ?? false);
}

test("the table of promises names attacks and broken variants that exist", () => {
  expect(rows.length).toBeGreaterThan(15);
  const named = rows.flatMap(([, attack = "", broken = ""]) => [attack, broken]);
  expect(named.filter((cell) => !isThere(cell))).toEqual([]);
});

test("every broken variant of the attacks stands in the table", () => {
  const broken = [...sources].flatMap(([file, text]) =>
    [...text.matchAll(/"(broken on purpose, and caught[^"]*|[^"]* is caught)"/g)].map(
      ([, title]) => `${file}: ${title}`,
    ),
  );
  expect(broken.length).toBeGreaterThan(14);
  expect(broken.filter((cell) => !rows.some((row) => row[2] === cell))).toEqual([]);
});
