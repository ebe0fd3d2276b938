import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { ensureSurvey } from "@/lib/cli/ensure-survey";

const folder = mkdtempSync(path.join(tmpdir(), "sorti-page-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const outDir = path.join(folder, "svar");
const keys = (last: string) => ["A".repeat(87), `${"B".repeat(86)}${last}`] as const;
const made = () => statSync(path.join(outDir, "index.html"), { bigint: true }).mtimeNs;

test("a start makes the survey page once for a build and its keys, and anew when a key or the build is another", async () => {
  await ensureSurvey({ outDir, custodianKeys: keys("B") }, "one");
  const first = made();
  await ensureSurvey({ outDir, custodianKeys: keys("B") }, "one");
  expect(made()).toBe(first);
  await ensureSurvey({ outDir, custodianKeys: keys("C") }, "one");
  const second = made();
  expect(second).toBeGreaterThan(first);
  await ensureSurvey({ outDir, custodianKeys: keys("C") }, null);
  expect(made(), "nobody knows which build it was").toBeGreaterThan(second);
});
