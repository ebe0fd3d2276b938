import { describe, expect, test } from "vitest";
import {
  decidedAhead,
  kindsAt,
  type RuleDraft,
  readRule,
  ruleStanding,
} from "@/lib/policies/decision";

const TODAY = "2026-08-15";
const typed = {
  threshold: "12,5 %",
  years: "2",
  rule: "either",
  kinds: "other, internal_move",
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
        kinds: ["internal_move", "other"],
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
    const wrong = { threshold: "0", years: "2.5", rule: "both", from: "", reason: "", after: "1" };
    expect(readRule({ ...wrong, kinds: "death" }, TODAY)).toEqual({
      wrong: ["threshold", "years", "rule", "kinds", "from", "reason"],
    });
    expect(readRule({ ...typed, threshold: "51", years: "11" }, TODAY)).toEqual({
      wrong: ["threshold", "years"],
    });
  });

  const draft: RuleDraft = {
    ...{ threshold: 0.12, years: 2, rule: "each-year", reason: "Beslut 7", after: 0 },
    ...{ kinds: ["redundancy"], fromQuarter: "2026-Q4" },
  };
  const kept = { ...draft, number: 1, inviteMovers: false, employerSide: ["redundancy"] };
  test("that is sent twice is one, and one written without knowing the last is refused", () => {
    expect(ruleStanding(null, draft, TODAY)).toBe("new");
    expect(ruleStanding(kept, draft, TODAY)).toBe("decided");
    expect(ruleStanding({ ...kept, years: 3 }, draft, TODAY)).toBe("changed");
    expect(ruleStanding({ ...kept, rule: "pooled" }, draft, TODAY)).toBe("changed");
    expect(ruleStanding({ ...kept, inviteMovers: true }, draft, TODAY)).toBe("changed");
    expect(ruleStanding(null, draft, "2026-10-01")).toBe("begun");
  });

  test("invites those who move within the region from a quarter whose signed round has a place for them", () => {
    const movers: RuleDraft = { ...draft, kinds: ["internal_move"] };
    const signed = (quarter: "2026-Q3" | "2026-Q4", ...series: string[]) => [{ quarter, series }];
    expect(ruleStanding(null, movers, TODAY, signed("2026-Q3", "leaver"))).toBe("new");
    expect(ruleStanding(null, movers, TODAY, signed("2026-Q4", "leaver"))).toBe("signed");
    expect(ruleStanding(null, movers, TODAY, signed("2026-Q4", "leaver", "mover"))).toBe("new");
    expect(ruleStanding(null, draft, TODAY, signed("2026-Q4", "leaver"))).toBe("new");
  });

  test("that holds today is the last one that has begun", () => {
    const later = { fromQuarter: "2026-Q4", inviteMovers: true, employerSide: [] };
    const now = {
      fromQuarter: "2026-Q3",
      inviteMovers: false,
      employerSide: ["transfer", "death"],
    };
    expect(kindsAt([later, now], TODAY)).toEqual(["transfer"]);
    expect(kindsAt([later], TODAY)).toEqual([]);
    expect(kindsAt([later, now], "2026-10-01")).toEqual(["internal_move"]);
    // A new decision takes over what was decided last, also when that has not begun.
    expect(kindsAt([later, now], decidedAhead(TODAY))).toEqual(["internal_move"]);
  });
});
