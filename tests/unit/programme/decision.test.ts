import { describe, expect, test } from "vitest";
import {
  type Draft,
  LONGEST_REASON,
  openQuarters,
  readCost,
  readDraft,
  standing,
} from "@/lib/programme/decision";

const TODAY = "2026-11-22";
const typed = {
  after: "2",
  scope: "all-centres",
  from: "2027-Q1",
  reason: " Fullmäktiges beslut 14 § ",
  cost: "1 250",
};

describe("a decision about the programme", () => {
  test("begins with a quarter that has not begun", () => {
    expect(openQuarters(TODAY)[0]).toBe("2027-Q1");
    expect(readDraft({ ...typed, from: "2026-Q4" }, TODAY)).toEqual({ wrong: ["from"] });
    expect(readDraft({ ...typed, from: "2099-Q1" }, TODAY)).toEqual({ wrong: ["from"] });
  });

  test("has a reason, and says what it is asked to say", () => {
    expect(readDraft(typed, TODAY)).toEqual({
      draft: {
        after: 2,
        scope: "all-centres",
        fromQuarter: "2027-Q1",
        reason: "Fullmäktiges beslut 14 §",
        cost: 1250,
      },
    });
    expect(readDraft({ ...typed, reason: "  " }, TODAY)).toEqual({ wrong: ["reason"] });
    const long = "å".repeat(LONGEST_REASON + 1);
    expect(readDraft({ ...typed, reason: long }, TODAY)).toEqual({ wrong: ["reason"] });
  });

  test("tells every field that must be changed at once", () => {
    const nothing = { after: "", scope: "", from: "", reason: "", cost: "mycket" };
    expect(readDraft(nothing, TODAY)).toEqual({ wrong: ["scope", "from", "reason", "cost"] });
  });

  test("has a cost in whole kronor, or none", () => {
    expect(readCost("")).toBeNull();
    expect(readCost("1 250")).toBe(1250);
    expect(readCost("0")).toBe(0);
    expect(["-1", "12,5", "1e9", "abc", "200000"].map(readCost)).toEqual(
      Array.from({ length: 5 }, () => undefined),
    );
  });

  test("that is sent twice is one decision, and another one is not", () => {
    const draft: Draft = {
      after: 2,
      scope: "all-units",
      fromQuarter: "2027-Q1",
      reason: "Beslut",
      cost: null,
    };
    const { after: _, ...kept } = draft;
    const following = (last: object) => standing({ ...kept, number: 3, ...last }, draft, [], TODAY);
    expect(following({})).toBe("decided");
    expect(following({ number: 4 })).toBe("changed");
    expect(following({ scope: "all-centres" })).toBe("changed");
    expect(following({ cost: 10 })).toBe("changed");
    expect(following({ number: 2 })).toBe("new");
  });
});
