import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "@/lib/sealing/canonical";
import standard from "@/lib/survey/default-questionnaire.json";
import { itemsOf, optionsOf } from "@/lib/survey/items";
import { type Answer, type Item, questionnaireSchema } from "@/lib/survey/questionnaire";
import { longestPlaintext, sendable } from "@/lib/survey/size";
import { readQuestionnaire } from "@/lib/survey/validate";
import { tinyDocument } from "./tiny";

const questionnaire = questionnaireSchema.parse(standard);
const bytes = (value: unknown) => new TextEncoder().encode(canonicalJson(value)).length;

function longest(item: Item, text: string): Answer {
  if (item.type === "text") return sendable(text.slice(0, item.maxLength));
  if (item.type === "scale5") return 5;
  if (item.type === "scale10") return 10;
  const codes = optionsOf(item).map(({ code }) => code);
  codes.sort((a, b) => b.length - a.length);
  return item.type === "multi" ? codes.slice(0, item.max) : (codes[0] ?? "");
}

/** Every item answered, every text with these words as long as the page lets it be. */
function plaintext(text: string): number {
  const answers = itemsOf(questionnaire).map((item) => [item.id, longest(item, text)]);
  const person = { series: "retiree", unit: "𝒰".repeat(40) };
  return bytes({ answers: Object.fromEntries(answers), ...person });
}

describe("the room in an envelope", () => {
  it("is enough for the longest answers to the standard questionnaire, in any writing", () => {
    expect(longestPlaintext(questionnaire)).toBeLessThan(4096);
    const writings = ["a", "å", "字", "👋", '"', "\\", "\n", "\u0001", "\ud800", "\u2028"];
    for (const letter of writings) {
      expect(plaintext(letter.repeat(1200))).toBeLessThanOrEqual(longestPlaintext(questionnaire));
    }
    expect(plaintext("字".repeat(1200))).toBeGreaterThan(3600);
  });

  it("is enough for whatever anybody can put into a text field", () => {
    const unit = fc.integer({ min: 0, max: 0xffff });
    const texts = fc.array(unit, { minLength: 5, maxLength: 9 });
    const repeated = (units: readonly number[]) => String.fromCharCode(...units).repeat(150);
    fc.assert(
      fc.property(texts, (units) => plaintext(repeated(units)) <= longestPlaintext(questionnaire)),
    );
  });

  it("is counted when a questionnaire is read: one whose answers could be too long is never asked", () => {
    const document = structuredClone(tinyDocument) as { sections: { items: object[] }[] };
    const text = { sv: "Mer?", en: "More?" };
    for (const id of ["more", "evenmore"]) {
      const own = { id, type: "text", slice: "text", maxLength: 1000, text };
      document.sections[2]?.items.push(own);
    }
    const read = readQuestionnaire(document);
    expect(read.ok ? [] : read.problems.map(({ code }) => code)).toEqual(["answers-too-long"]);
  });
});

describe("a text as it is sent", () => {
  it("keeps what a person sees, and loses what only a computer does", () => {
    expect(sendable("  Tack.\nHej då!\t👋 \u0000\u0007\u001b\u009f\ud800 ")).toBe(
      "Tack.\nHej då!\t👋",
    );
  });
});
