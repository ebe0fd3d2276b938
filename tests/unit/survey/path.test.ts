import { describe, expect, it } from "vitest";
import standard from "@/lib/survey/default-questionnaire.json";
import { keepVisible, visibleSections } from "@/lib/survey/path";
import { type Answers, questionnaireSchema } from "@/lib/survey/questionnaire";
import { tiny } from "./tiny";

const exit = questionnaireSchema.parse(standard);
const asked = (questionnaire: typeof tiny, answers: Answers) =>
  visibleSections(questionnaire, answers).flatMap((section) => section.items.map(({ id }) => id));

describe("a person is asked only what concerns them", () => {
  it("asks 24 questions of someone who resigns", () => {
    expect(asked(exit, { A1: "own_external" })).toHaveLength(24);
  });

  it("asks 24 questions of someone who skips how the employment ends", () => {
    expect(asked(exit, {})).toHaveLength(24);
  });

  it("spares a retiree what could have made them stay and whether they raised it", () => {
    const short = asked(exit, { A1: "retire" });
    expect(short).toHaveLength(22);
    expect(short).not.toContain("B3");
    expect(short).not.toContain("D3");
  });

  it("leaves out a section in which nothing is asked", () => {
    expect(visibleSections(exit, { A1: "retire" }).map(({ id }) => id)).not.toContain("staying");
    expect(visibleSections(tiny, { exit: "retire" }).map(({ id }) => id)).toEqual([
      "first",
      "third",
    ]);
  });

  it("lets a choice among several open a question", () => {
    expect(asked(tiny, { lever: ["pay", "talk"] })).toContain("how");
    expect(asked(tiny, { lever: ["pay"] })).not.toContain("how");
  });

  it("lets the answer to a hidden question open nothing", () => {
    expect(asked(tiny, { exit: "retire", lever: ["talk"] })).not.toContain("how");
  });

  it("forgets what was answered on a path that was left", () => {
    expect(keepVisible(exit, { A1: "retire", B3: ["pay"], D3: "no_dare", H1: 4 })).toEqual({
      A1: "retire",
      H1: 4,
    });
  });
});
