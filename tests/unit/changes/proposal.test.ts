import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Change,
  changeOf,
  earlyCloseOf,
  isWaiting,
  lastDayFor,
  termsIn,
} from "@/lib/changes/change";
import { judged, readReason, readTerms, whyNotDecided } from "@/lib/changes/proposal";
import { FIRST_TERMS, isWeaker, type Terms } from "@/lib/changes/terms";

const TODAY = "2026-08-15";
const OPEN = { quarter: "2026-Q3", issuingStops: "2026-09-30" } as const;

const limits = (to: Partial<Terms>, rest: Partial<Change> = {}) =>
  ({
    ...{ what: "limits", from: FIRST_TERMS, to: { ...FIRST_TERMS, ...to }, number: 1, told: true },
    ...{ reason: "Beslut 7", proposedBy: "ida", proposedOn: TODAY, state: "proposed" },
    ...{ decidedBy: null, decidedOn: null, refusal: null },
    ...rest,
  }) as Change;

const closing = (rest: Partial<Change> = {}) =>
  ({ ...limits({}), what: "early-close", quarter: "2026-Q3", ...rest }) as Change;

const wish = (to: Partial<Terms>) =>
  ({ what: "limits", to: { ...FIRST_TERMS, ...to }, reason: "Beslut 7" }) as const;
const CLOSE = { what: "early-close", quarter: "2026-Q3", reason: "Beslut 7" } as const;

describe("what one person may change alone", () => {
  test.each([
    ["a higher limit", { k: 10 }, "made"],
    ["a longer time for the last answers", { graceDays: 7 }, "made"],
    ["a lower limit", { k: 7 }, "proposed"],
    ["no assumed insider", { c: 0 as const }, "proposed"],
    ["a higher limit without an insider", { k: 12, c: 0 as const }, "proposed"],
    ["a higher limit with less time", { k: 12, graceDays: 3 }, "made"],
  ])("%s", (_, to, state) => {
    expect(judged(wish(to), [], null, TODAY)).toMatchObject({ kind: "new", state });
  });

  test("never anything that protects less in any respect, whatever is in force", () => {
    const terms = fc.record({
      k: fc.integer({ min: 5, max: 30 }),
      c: fc.constantFrom<0 | 1>(0, 1),
      graceDays: fc.integer({ min: 3, max: 14 }),
    });
    fc.assert(
      fc.property(terms, terms, (before, to) => {
        const said = judged(wish(to), [limits(before, { state: "confirmed" })], null, TODAY);
        const alone = said.kind === "new" && said.state === "made";
        const less = to.k < before.k || to.c < before.c || to.graceDays < before.graceDays;
        expect(alone && less).toBe(false);
        expect(isWeaker(before, to)).toBe(less);
      }),
      { seed: 7, numRuns: 100 },
    );
  });

  test("closing a quarter early always takes two", () => {
    expect(judged(CLOSE, [], OPEN, TODAY)).toMatchObject({ kind: "new", state: "proposed" });
  });
});

describe("what is in force", () => {
  test("is what the product came with until somebody changes it, and then the last change that holds", () => {
    expect(termsIn([])).toEqual({ k: 8, c: 1, graceDays: 3 });
    const changes = [
      limits({ k: 10 }, { state: "made" }),
      limits({ k: 7 }, { number: 2, state: "refused" }),
      limits({ k: 6 }, { number: 3 }),
    ];
    expect(termsIn(changes).k).toBe(10);
    expect(termsIn([...changes, limits({ k: 6 }, { number: 4, state: "confirmed" })]).k).toBe(6);
  });

  test("a quarter ends early only when a second person agreed, and no other quarter does", () => {
    expect(earlyCloseOf([closing()], "2026-Q3")).toBeNull();
    const agreed = closing({ state: "confirmed" });
    expect(earlyCloseOf([agreed], "2026-Q3")).toBe(agreed);
    expect(earlyCloseOf([agreed], "2026-Q4")).toBeNull();
  });
});

describe("a proposal", () => {
  test("that is sent twice is one proposal, also when it held at once", () => {
    expect(judged(wish({ k: 7 }), [limits({ k: 7 })], null, TODAY)).toEqual({
      kind: "again",
      number: 1,
    });
    const made = limits({ k: 9 }, { state: "made" });
    expect(judged(wish({ k: 9 }), [made], null, TODAY)).toEqual({ kind: "again", number: 1 });
  });

  test.each([
    ["while another waits", wish({ k: 6 }), [limits({ k: 7 })], "open"],
    ["that protects more, while another waits", wish({ k: 9 }), [limits({ k: 7 })], "open"],
    ["that changes nothing", wish({}), [], "same"],
    ["for a quarter that is not open", { ...CLOSE, quarter: "2026-Q4" } as const, [], "over"],
    ["for a quarter that two have agreed on", CLOSE, [closing({ state: "confirmed" })], "agreed"],
  ] as const)("is refused %s", (_, asked, changes, reason) => {
    expect(judged(asked, changes, OPEN, TODAY)).toEqual({ kind: "refused", reason });
  });

  test("to close early is refused when the quarter's last day is over", () => {
    expect(judged(CLOSE, [], OPEN, "2026-09-30").kind).toBe("new");
    expect(judged(CLOSE, [], OPEN, "2026-10-01")).toEqual({ kind: "refused", reason: "over" });
  });

  test("waits thirty days, and then for nobody", () => {
    expect(lastDayFor(limits({ k: 7 }))).toBe("2026-09-14");
    expect(isWaiting(limits({ k: 7 }), "2026-09-14")).toBe(true);
    expect(isWaiting(limits({ k: 7 }), "2026-09-15")).toBe(false);
    expect(judged(wish({ k: 6 }), [limits({ k: 7 })], null, "2026-09-15").kind).toBe("new");
  });
});

describe("a decision", () => {
  const confirm = { state: "confirmed", by: "anders" } as const;
  test.each([
    ["of another person stands", limits({ k: 7 }), confirm, null],
    ["of whoever proposed is refused", limits({ k: 7 }, { proposedBy: "anders" }), confirm, "own"],
    [
      "said twice by the same person is one",
      limits({ k: 7 }, { state: "confirmed", decidedBy: "anders" }),
      confirm,
      "done",
    ],
    [
      "comes too late when another has decided",
      limits({ k: 7 }, { state: "refused", decidedBy: "maria" }),
      confirm,
      "already",
    ],
    [
      "comes too late when the time is out",
      limits({ k: 7 }, { state: "expired" }),
      confirm,
      "over",
    ],
  ] as const)("%s", (_, change, ending, said) => {
    expect(whyNotDecided(change, ending, OPEN, TODAY)).toBe(said);
  });

  test("to close early comes too late when the quarter has had its last day; refusing never does", () => {
    expect(whyNotDecided(closing(), confirm, OPEN, "2026-10-01")).toBe("over");
    expect(whyNotDecided(closing(), confirm, null, TODAY)).toBe("over");
    const refuse = { ...confirm, state: "refused" } as const;
    expect(whyNotDecided(closing(), refuse, null, TODAY)).toBeNull();
  });
});

describe("what is typed", () => {
  const typed = { k: " 9 ", c: "1", graceDays: "3", reason: " Beslut 7 " };
  test("is read as it is meant", () => {
    expect(readTerms(typed)).toEqual({
      asked: { what: "limits", to: { k: 9, c: 1, graceDays: 3 }, reason: "Beslut 7" },
    });
  });

  test("and every field that must be changed is named at once", () => {
    const wrong = { k: "4", c: "2", graceDays: "2.5", reason: " " };
    expect(readTerms(wrong)).toEqual({ wrong: ["k", "c", "graceDays", "reason"] });
    expect(readTerms({ ...typed, k: "31", graceDays: "15" })).toEqual({
      wrong: ["k", "graceDays"],
    });
    expect(readReason("x".repeat(301))).toBeNull();
  });

  test("a row that no migration would let in is not read as a change", () => {
    const row = { ...limits({}), quarter: null, fromK: 8, fromC: 1, fromGraceDays: 3 };
    const known = { ...row, k: 9, c: 1, graceDays: 3 };
    expect(changeOf(known)).toMatchObject({ what: "limits", to: { k: 9 } });
    expect(() => changeOf({ ...known, k: 4 })).toThrow();
    expect(() => changeOf({ ...known, state: "perhaps" })).toThrow();
  });
});
