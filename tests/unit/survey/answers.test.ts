import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { carryOver, parseAnswers } from "@/lib/survey/answers";
import { tiny } from "./tiny";

describe("one person's answers are read strictly", () => {
  it("accepts an empty answer: every question may be skipped", () => {
    expect(parseAnswers(tiny, {})).toEqual({});
  });

  it("accepts one answer of each kind", () => {
    const given = {
      exit: "resign",
      reason: "stress",
      lever: ["pay", "talk"],
      how: 5,
      recommend: 0,
      words: "Tack för mig.",
    };
    expect(parseAnswers(tiny, given)).toEqual(given);
  });

  it.each([
    ["an unknown question", { salary: 1 }],
    ["an unknown option", { exit: "fired" }],
    ["an option of another question", { exit: "stress" }],
    ["a heading instead of a reason", { reason: "work" }],
    ["a scale value outside the scale", { how: 6, lever: ["talk"] }],
    ["a scale value between two steps", { recommend: 7.5 }],
    ["a number as text", { recommend: "7" }],
    ["more choices than allowed", { lever: ["pay", "time", "talk"] }],
    ["the same choice twice", { lever: ["pay", "pay"] }],
    ["no choice at all", { lever: [] }],
    ["'prefer not to say' beside a choice", { lever: ["pay", "na"] }],
    ["a text over the limit", { words: "x".repeat(51) }],
    ["a text of spaces", { words: "   " }],
    ["a list instead of answers", ["exit"]],
    ["nothing", null],
  ])("refuses %s", (_, given) => {
    expect(parseAnswers(tiny, given)).toBeNull();
  });

  it("drops the answer to a question that the path hides", () => {
    expect(parseAnswers(tiny, { exit: "retire", lever: ["talk"], how: 2 })).toEqual({
      exit: "retire",
    });
  });

  it("never throws, whatever it is given", () => {
    fc.assert(
      fc.property(fc.anything(), (given) => {
        const read = parseAnswers(tiny, given);
        return read === null || typeof read === "object";
      }),
    );
  });

  it("reads its own output as the same answers", () => {
    const answers = fc.record(
      {
        exit: fc.constantFrom("resign", "retire", "na"),
        reason: fc.constantFrom("move", "pay", "stress", "x0"),
        lever: fc.subarray(["pay", "time", "talk"], { minLength: 1, maxLength: 2 }),
        how: fc.integer({ min: 1, max: 5 }),
        recommend: fc.integer({ min: 0, max: 10 }),
        words: fc.constantFrom("a", "Hej då."),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(answers, (given) => {
        const once = parseAnswers(tiny, given);
        expect(once).not.toBeNull();
        expect(parseAnswers(tiny, once)).toEqual(once);
      }),
    );
  });
});

describe("when the questionnaire changes while a person answers", () => {
  it("keeps what the new one still asks and drops the rest", () => {
    expect(carryOver(tiny, { exit: "resign", reason: "gone", salary: 3, recommend: 9 })).toEqual({
      exit: "resign",
      recommend: 9,
    });
  });
});
