import { afterEach, expect, test, vi } from "vitest";
import { logLine } from "@/lib/log";
import {
  noteRefusal,
  REFUSALS,
  type RefusalCounts,
  startTelling,
  taken,
  tellRefusals,
} from "@/lib/refusals";

afterEach(() => vi.restoreAllMocks());

/** The lines that are written while `work` runs. */
async function linesOf(work: () => Promise<void> | void): Promise<Record<string, unknown>[]> {
  const lines: string[] = [];
  vi.spyOn(process.stderr, "write").mockImplementation((line) => lines.push(String(line)) > 0);
  await work();
  vi.restoreAllMocks();
  return lines.map((line) => JSON.parse(line));
}

test("every kind may be told in a line of the log, and says nothing of anybody", () => {
  for (const outcome of REFUSALS) {
    const line = JSON.parse(logLine("refused", { outcome, count: 3 }, new Date(0)));
    expect(line).toMatchObject({ level: "warning", event: "refused", outcome, count: 3 });
    expect(Object.keys(line)).toEqual(["time", "level", "event", "says", "outcome", "count"]);
  }
  expect(new Set(REFUSALS).size).toBe(REFUSALS.length);
});

test("what was counted is told once, kind by kind in the order of the list", () => {
  const counts: RefusalCounts = new Map([
    ["role auditor", 1],
    ["sign-in link", 2],
  ]);
  expect(taken(counts)).toEqual([
    { outcome: "sign-in link", count: 2 },
    { outcome: "role auditor", count: 1 },
  ]);
  expect(taken(counts)).toEqual([]);
});

test("a thousand knocks are one line, and what is left is told at the end", async () => {
  tellRefusals();
  const lines = await linesOf(async () => {
    const telling = startTelling();
    for (let knock = 0; knock < 1000; knock += 1) noteRefusal("key of a program");
    await telling.stop();
    await telling.stop();
  });
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({ event: "refused", outcome: "key of a program", count: 1000 });
});
