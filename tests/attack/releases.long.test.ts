import { expect, test } from "vitest";
import { attackReleases } from "@/lib/audit/attack";
import { integerSolver } from "@/lib/audit/data";
import { manyReleases } from "./support/many-releases";

const YEARS = 10;
const LONGEST_MS = 10 * 60_000;

test("ten years of 5 000 units are attacked in less than ten minutes, and the time grows as the releases do", async () => {
  const solve = await integerSolver();
  const measured = [1250, 2500, 5000].map((units) => {
    const published = manyReleases(units, 4 * YEARS);
    const begun = performance.now();
    expect(attackReleases(published, solve)).toEqual([]);
    const ms = performance.now() - begun;
    const tables = `${published.atoms.length} results, ${published.cells.length} pictures`;
    process.stdout.write(`${units} units: ${tables}, ${Math.round(ms / 100) / 10} s\n`);
    return ms;
  });
  const [least = 0, most = 0] = [measured.at(0), measured.at(-1)];
  expect(most).toBeLessThan(LONGEST_MS);
  expect(most / least).toBeLessThan(8);
});
