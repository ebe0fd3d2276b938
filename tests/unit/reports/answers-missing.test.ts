import { describe, expect, test } from "vitest";
import { answersMissing } from "@/lib/reports/answers-missing";
import { publishBlockers } from "@/lib/reports/blockers";

const counts = { issued: 20, received: 12, counted: 12 };

describe("a report tells why its quarter's answers are missing", () => {
  test.each([
    ["not opened when the report was due", { state: "closed" }, "not-opened"],
    ["never closed", { state: "issuing", received: null }, "not-opened"],
    ["more answers than credentials", { state: "set-aside", received: 21 }, "left-sealed"],
    ["lost keys", { state: "set-aside", counted: 0 }, "keys-lost"],
    ["too few to count", { state: "mixed", received: 6, counted: 0 }, "too-few"],
    ["nothing is missing", { state: "mixed" }, null],
  ] as const)("%s", (_, round, reason) => {
    expect(answersMissing({ ...counts, ...round })).toBe(reason);
  });
});

test("before its date a report waits for the answers, from its date on for nothing but turnover", () => {
  const ready = { unitsCounted: 1, corrects: false, hasNote: false, roundState: "closed" } as const;
  expect(publishBlockers({ ...ready, due: false })).toEqual(["not-mixed"]);
  expect(publishBlockers({ ...ready, due: true })).toEqual([]);
  expect(publishBlockers({ ...ready, due: true, unitsCounted: 0 })).toEqual(["no-turnover"]);
});
