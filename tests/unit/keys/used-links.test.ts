import { appendFileSync, statSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import {
  forgetUsedLinks,
  noteUsedLink,
  type UsedLink,
  usedLinks,
  usedLinksUntil,
} from "@/lib/keys/used-links";
import { emptyDirectory } from "./directory";

const used = (digit: string): UsedLink => ({
  quarter: "2026-Q4",
  tokenHash: digit.repeat(64),
  blindedHash: "0".repeat(64),
});

test("that a link was used is remembered beside the keys until its last day has passed, and no longer", async () => {
  const dir = emptyDirectory();
  expect(usedLinks(dir)).toEqual([]);
  await noteUsedLink("2026-11-30", used("a"), dir);
  await noteUsedLink("2026-12-01", used("b"), dir);
  expect(usedLinksUntil("2026-11-30", dir)).toEqual([used("a")]);
  forgetUsedLinks("2026-11-30", dir);
  expect(usedLinks(dir)).toEqual([used("a"), used("b")]);
  forgetUsedLinks("2026-12-01", dir);
  forgetUsedLinks("2026-12-01", dir);
  expect(usedLinks(dir)).toEqual([used("b")]);
});

test("only the owner may read it, it tells no time, and a line that a crash cut short hides no other", async () => {
  const dir = emptyDirectory();
  await noteUsedLink("2026-11-30", used("a"), dir);
  const file = path.join(dir, "used-links", "2026-11-30");
  expect([statSync(file).mode & 0o777, statSync(file).mtimeMs]).toEqual([0o600, 0]);
  appendFileSync(file, "\n2026-Q4 cccc");
  await noteUsedLink("2026-11-30", used("b"), dir);
  expect(usedLinks(dir)).toEqual([used("a"), used("b")]);
});
