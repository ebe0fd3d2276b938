import { appendFileSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import {
  forgetUsedLinks,
  noteUsedLink,
  settleUsedLinks,
  type UsedLink,
  usedLink,
  usedLinks,
} from "@/lib/keys/used-links";
import { emptyDirectory } from "./directory";

const used = (digit: string, until: string): UsedLink => ({
  ...{ until, quarter: "2026-Q4", tokenHash: digit.repeat(64), blindedHash: "0".repeat(64) },
});
const A = used("a", "2026-11-30");
const B = used("b", "2026-12-01");
const C = used("c", "2026-11-30");
const NOW = new Date("2026-10-01T12:05:00Z");
const minutesLater = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const filesIn = (dir: string) => readdirSync(path.join(dir, "used-links")).sort();

test("that a link was used is remembered beside the keys until its last day has passed, and no longer", async () => {
  const dir = emptyDirectory();
  expect([usedLinks(null, dir), usedLink(A.until, A.tokenHash, dir)]).toEqual([[], null]);
  await noteUsedLink(A, NOW, dir);
  await noteUsedLink(B, NOW, dir);
  expect(usedLink(A.until, A.tokenHash, dir)).toEqual(A);
  settleUsedLinks(minutesLater(30), dir);
  expect(usedLink(A.until, A.tokenHash, dir)).toEqual(A);
  expect(usedLinks(B.until, dir), "older ones are to be forgotten").toEqual([B]);
  forgetUsedLinks("2026-11-30", dir);
  expect(usedLinks(null, dir)).toEqual([A, B]);
  forgetUsedLinks("2026-12-01", dir);
  forgetUsedLinks("2026-12-01", dir);
  expect(usedLinks(null, dir)).toEqual([B]);
});

test("within half an hour nothing is left of the order in which links were used, nor of the time", async () => {
  const dir = emptyDirectory();
  for (const use of [C, A, B]) await noteUsedLink(use, NOW, dir);
  settleUsedLinks(minutesLater(10), dir);
  expect(filesIn(dir), "somebody may still be writing").toEqual([expect.stringMatching(/^fresh-/)]);
  settleUsedLinks(minutesLater(20), dir);
  expect(filesIn(dir)).toEqual(["2026-11-30", "2026-12-01"]);
  const file = path.join(dir, "used-links", "2026-11-30");
  const hashes = readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split(" ")[2]);
  expect(hashes).toEqual([A.tokenHash, C.tokenHash]);
  expect([statSync(file).mode & 0o777, statSync(file).mtimeMs]).toEqual([0o600, 0]);
});

test("a crash in the middle hides and doubles nothing", async () => {
  const dir = emptyDirectory();
  await noteUsedLink(A, NOW, dir);
  const [fresh = ""] = filesIn(dir);
  appendFileSync(path.join(dir, "used-links", fresh), "\n2026-11-30 2026-Q4 cccc");
  await noteUsedLink(C, NOW, dir);
  expect(usedLinks(null, dir)).toEqual([A, C]);
  settleUsedLinks(minutesLater(30), dir);
  // As when it was killed after the sorted file and before the fresh one was removed.
  await noteUsedLink(C, NOW, dir);
  settleUsedLinks(minutesLater(30), dir);
  expect(usedLinks(null, dir)).toEqual([A, C]);
});
