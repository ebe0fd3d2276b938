import { describe, expect, test } from "vitest";
import { type RuleDraft, readRule, ruleStanding } from "@/lib/policies/decision";

const TODAY = "2026-08-15";
const typed = {
  threshold: "12,5 %",
  years: "2",
  rule: "either",
  from: "2026-Q4",
  reason: " Beslut 7 ",
  after: "1",
};

describe("a decision on the motion's rule", () => {
  test("is read as it is meant, with comma and per cent sign", () => {
    expect(readRule(typed, TODAY)).toEqual({
      draft: {
        threshold: 0.125,
        years: 2,
        rule: "either",
        fromQuarter: "2026-Q4",
        reason: "Beslut 7",
        after: 1,
      },
    });
  });

  test("needs a reason, and begins with the next quarter at the earliest", () => {
    expect(readRule({ ...typed, reason: "  " }, TODAY)).toEqual({ wrong: ["reason"] });
    expect(readRule({ ...typed, from: "2026-Q3" }, TODAY)).toEqual({ wrong: ["from"] });
  });

  test("names every field that must be changed at once", () => {
    const wrong = { ...typed, threshold: "0", years: "2.5", rule: "both", from: "", reason: "" };
    expect(readRule(wrong, TODAY)).toEqual({
      wrong: ["threshold", "years", "rule", "from", "reason"],
    });
    expect(readRule({ ...typed, threshold: "51", years: "11" }, TODAY)).toEqual({
      wrong: ["threshold", "years"],
    });
  });

  const draft: RuleDraft = {
    ...{ threshold: 0.12, years: 2, rule: "each-year", reason: "Beslut 7", after: 0 },
    fromQuarter: "2026-Q4",
  };
  const kept = { ...draft, number: 1 };
  test("that is sent twice is one, and one written without knowing the last is refused", () => {
    expect(ruleStanding(null, draft, TODAY)).toBe("new");
    expect(ruleStanding(kept, draft, TODAY)).toBe("decided");
    expect(ruleStanding({ ...kept, years: 3 }, draft, TODAY)).toBe("changed");
    expect(ruleStanding({ ...kept, rule: "pooled" }, draft, TODAY)).toBe("changed");
    expect(ruleStanding(null, draft, "2026-10-01")).toBe("begun");
  });
});
