import { expect, test } from "vitest";
import { pagesOf, partsOf } from "@/lib/answering/parts";
import { previewOf } from "@/lib/answering/preview";
import type { Visit } from "@/lib/answering/stage";
import standard from "@/lib/survey/default-questionnaire.json";
import { type Answers, questionnaireSchema } from "@/lib/survey/questionnaire";

const questionnaire = questionnaireSchema.parse(standard);

function visitWith(answers: Answers): Visit {
  const limits = { k: 8, c: 1 } as const;
  const who = { region: "Region Prov", operator: "Mätbyrån" };
  const stage = previewOf(questionnaire, { ...who, limits, today: "2026-11-22" });
  if (stage.at !== "answering") throw new Error("a preview that does not begin");
  return { ...stage.visit, answers };
}

const told = (visit: Visit) =>
  partsOf(visit).map(({ place, pages }) => `${place}: ${pages[0]?.title["sv"]}, ${pages.length}`);

test("pages under one title are one part, which begins at its first page", () => {
  expect(told(visitWith({}))).toEqual([
    "1: Din anställning, 1",
    "2: Skälen, 1",
    "3: Fler skäl, 1",
    "4: Att stanna, 1",
    "5: Ditt arbete, 2",
    "7: Din närmaste chef, 2",
    "9: Arbetsplatsens mål, 2",
    "11: Att göra sin röst hörd, 2",
    "13: Regionen som arbetsgivare, 3",
    "16: Lite om dig, 3",
    "19: Med egna ord, 2",
  ]);
});

test("who retires meets two pages fewer, and the parts close up", () => {
  const visit = visitWith({ A1: "retire" });
  expect(pagesOf(visit)).toHaveLength(18);
  expect(told(visit).slice(3, 5)).toEqual(["4: Ditt arbete, 2", "6: Din närmaste chef, 2"]);
  expect(told(visit)).toContain("10: Att göra sin röst hörd, 1");
});

test("a page holds two scales at most, or one other question", () => {
  for (const { id, items } of questionnaire.sections) {
    const scales = items.filter(({ type }) => type === "scale5").length;
    expect(items.length, id).toBeLessThanOrEqual(scales > 0 ? 2 : 1);
    expect(items.length === scales || scales === 0, id).toBe(true);
  }
});
