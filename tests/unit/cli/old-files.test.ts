import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { takeReturns } from "@/lib/cli/mail-returns";
import { removeOldFiles } from "@/lib/cli/old-files";

const NOW = new Date("2026-06-15T10:00:00Z");

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "sorti-old-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A file that was written so many days ago. */
function put(place: string, daysAgo: number): void {
  const at = new Date(NOW.getTime() - daysAgo * 86_400_000);
  writeFileSync(path.join(folder, place), "Subject: hej");
  utimesSync(path.join(folder, place), at, at);
}

test("a mail in the mailbox for returns that is none goes fourteen days after it came", async () => {
  for (const name of ["new", "cur"]) mkdirSync(path.join(folder, name));
  put("cur/old:2,S", 14);
  put("cur/young:2,", 13.9);
  expect(await takeReturns(folder, NOW, NOW)).toEqual([]);
  expect(readdirSync(path.join(folder, "cur"))).toEqual(["young:2,"]);
});

test("only files go, and a folder that is not there has none", () => {
  mkdirSync(path.join(folder, "below"));
  put("old.csv", 15);
  const rule = { days: 0, since: "mtime" } as const;
  removeOldFiles(folder, rule, new Date());
  expect(readdirSync(folder)).toEqual(["below"]);
  expect(() => removeOldFiles(path.join(folder, "away"), rule, NOW)).not.toThrow();
});
