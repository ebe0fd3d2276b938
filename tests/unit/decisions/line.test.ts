import { describe, expect, test } from "vitest";
import { type DecisionLine, decisionIn, decisionLine, lineOf } from "@/lib/decisions/line";
import { canonicalJson } from "@/lib/sealing/canonical";

const RULE = {
  kind: "rule-decided",
  content: {
    number: 2,
    fromQuarter: "2027-Q1",
    threshold: 0.12,
    years: 3,
    rule: "pooled",
    kinds: ["internal_move"],
    reason: "Regionstyrelsen, § 45",
    decidedOn: "2026-11-22",
  },
} as const satisfies DecisionLine;

const logged = (content: object = RULE.content, kind: string = RULE.kind) => {
  return { kind, content: canonicalJson(content) };
};

describe("what may enter the public log of a decision", () => {
  const heard = (said: object) =>
    decisionLine.safeParse({ ...RULE, content: { ...RULE.content, ...said } }).success;

  test("is what was decided, from when, why and on which day", () => {
    expect(heard({})).toBe(true);
    expect(heard({ decidedOn: "" })).toBe(true);
  });

  test("and never who took it, or anything else", () => {
    expect(heard({ decidedBy: "Karin" })).toBe(false);
    expect(heard({ email: "karin@norrsjo.example" })).toBe(false);
    expect(heard({ fromQuarter: "Karin" })).toBe(false);
    expect(heard({ decidedOn: "Karin" })).toBe(false);
    expect(heard({ reason: "x".repeat(1001) })).toBe(false);
    expect(decisionLine.safeParse({ ...RULE, kind: "round-planned" }).success).toBe(false);
  });
});

describe("a decision is found in the log", () => {
  test("by what it says", () => {
    expect(lineOf(RULE, [logged()])).toEqual(logged());
    expect(lineOf(RULE, [])).toBeUndefined();
    expect(lineOf(RULE, [logged(RULE.content, "programme-decided")])).toBeUndefined();
  });

  test("also where the line is from before a decision had a field more", () => {
    const { kinds: _, ...before } = RULE.content;
    expect(lineOf(RULE, [logged(before)])).toEqual(logged(before));
  });

  test("and is another where something else was decided under its number", () => {
    expect(lineOf(RULE, [logged({ ...RULE.content, years: 4 })])).toBeUndefined();
    expect(lineOf(RULE, [logged({ ...RULE.content, more: 1 })])).toBeUndefined();
  });
});

test("a line that tells no decision is read as none", () => {
  expect(decisionIn(logged())).toEqual(RULE);
  expect(decisionIn(logged({ quarter: "2026-Q3" }, "round-opened"))).toBeNull();
  expect(decisionIn({ kind: RULE.kind, content: "nothing" })).toBeNull();
});
