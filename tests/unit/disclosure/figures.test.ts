import { describe, expect, it } from "vitest";
import { atomPeople, classCount, scaleMean } from "@/lib/disclosure/atom-figures";
import type { Figure } from "@/lib/disclosure/figure";
import { hme, indexOf } from "@/lib/disclosure/hme";
import { atom, scale, survey } from "./small-survey";

const eight = (sum: number) => atom({ meaning: { kind: "scale", n: 8, sum, low: 16, high: 32 } });

describe("a unit's mean", () => {
  it("is exact strictly inside the bounds", () => {
    expect(scaleMean(eight(17), "meaning")).toEqual({ kind: "count", n: 2.125 });
    expect(scaleMean(eight(31), "meaning")).toEqual({ kind: "count", n: 3.875 });
  });

  it("is at most or at least at a bound, whether or not the clamp moved it", () => {
    expect(scaleMean(eight(16), "meaning")).toEqual({ kind: "at-most", n: 2 });
    expect(scaleMean(eight(32), "meaning")).toEqual({ kind: "at-least", n: 4 });
  });

  it("is withheld, with the reason, without a result or with too few answers", () => {
    expect(scaleMean(undefined, "meaning")).toEqual({ kind: "withheld", reason: "too-few" });
    expect(scaleMean(atom({}), "meaning")).toEqual({ kind: "withheld", reason: "item-too-few" });
  });
});

describe("a unit's class of reasons", () => {
  const result = atom({
    reason: { kind: "classes", counts: { natural: 2, avoidable: 6, career: 3 }, low: 2, high: 6 },
  });

  it("is a bound at two and at all but two, and a count between", () => {
    expect(classCount(result, "reason", "natural")).toEqual({ kind: "at-most", n: 2 });
    expect(classCount(result, "reason", "avoidable")).toEqual({ kind: "at-least", n: 6 });
    expect(classCount(result, "reason", "career")).toEqual({ kind: "count", n: 3 });
  });

  it("says nothing about a class that is not published, such as no answer", () => {
    expect(classCount(result, "reason", "no-answer")).toEqual({
      kind: "withheld",
      reason: "item-too-few",
    });
    expect(classCount(undefined, "reason", "natural")).toEqual({
      kind: "withheld",
      reason: "too-few",
    });
  });

  it("stands beside the number of people", () => {
    expect(atomPeople(result)).toEqual({ kind: "count", n: 8 });
    expect(atomPeople(undefined)).toEqual({ kind: "withheld", reason: "too-few" });
  });
});

describe("the engagement index", () => {
  const mean = (n: number): Figure => ({ kind: "count", n });
  const low: Figure = { kind: "at-most", n: 2 };
  const high: Figure = { kind: "at-least", n: 4 };
  const missing: Figure = { kind: "withheld", reason: "item-too-few" };

  it("is the items' means on 0 to 100", () => {
    expect(indexOf([mean(1), mean(3), mean(5)])).toEqual({ kind: "count", n: 50 });
    expect(indexOf([mean(4), mean(4), mean(4)])).toEqual({ kind: "count", n: 75 });
  });

  it("is at most or at least when a part is", () => {
    expect(indexOf([mean(3), mean(3), low])).toMatchObject({ kind: "at-most" });
    expect(indexOf([mean(3), mean(3), high])).toMatchObject({ kind: "at-least" });
  });

  it("is withheld when parts stand at opposite bounds", () => {
    expect(indexOf([low, mean(3), high])).toEqual({
      kind: "withheld",
      reason: "bounds-both-sides",
    });
  });

  it("bears a third of its items withheld, and not more", () => {
    expect(indexOf([mean(3), mean(5), missing])).toEqual({ kind: "count", n: 75 });
    expect(indexOf([mean(3), missing, missing])).toEqual({
      kind: "withheld",
      reason: "items-missing",
    });
    expect(indexOf([missing, missing, missing])).toEqual(missing);
    expect(indexOf([])).toEqual({ kind: "withheld", reason: "items-missing" });
  });

  it("has its parts from the questionnaire", () => {
    const questionnaire = survey(
      scale("a", "motivation"),
      scale("b", "leadership"),
      scale("c", "steering"),
      scale("d"),
    );
    const means: Record<string, Figure> = { a: mean(5), b: mean(4), c: mean(3) };
    expect(hme(questionnaire, (item) => means[item] ?? missing)).toEqual({
      total: { kind: "count", n: 75 },
      motivation: { kind: "count", n: 100 },
      leadership: { kind: "count", n: 75 },
      steering: { kind: "count", n: 50 },
    });
  });
});
