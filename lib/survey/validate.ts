import { itemsOf } from "./items";
import type { Problem } from "./problem";
import { type Questionnaire, questionnaireSchema } from "./questionnaire";
import { shapeProblems } from "./shape-problems";
import { sizeProblems } from "./size";
import { itemProblems } from "./validate-items";
import { textProblems } from "./validate-texts";

export type ReadQuestionnaire =
  | { readonly ok: true; readonly questionnaire: Questionnaire }
  | { readonly ok: false; readonly problems: readonly Problem[] };

function repeated(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

function idProblems(questionnaire: Questionnaire): readonly Problem[] {
  const items = itemsOf(questionnaire).map((item) => item.id);
  const sections = questionnaire.sections.map((section) => section.id);
  return [
    ...repeated(items).map((at) => ({ code: "duplicate-item" as const, at, detail: at })),
    ...repeated(sections).map((at) => ({ code: "duplicate-section" as const, at, detail: at })),
  ];
}

/** Every rule the schema cannot express; an empty list means that the document may be asked. */
function questionnaireProblems(questionnaire: Questionnaire): readonly Problem[] {
  return [
    ...idProblems(questionnaire),
    ...itemProblems(questionnaire),
    ...textProblems(questionnaire),
    ...sizeProblems(questionnaire),
  ];
}

/** Reads a document from outside: the questionnaire, or every problem at once. */
export function readQuestionnaire(input: unknown): ReadQuestionnaire {
  const parsed = questionnaireSchema.safeParse(input);
  if (!parsed.success) return { ok: false, problems: shapeProblems(parsed.error, input) };
  const problems = questionnaireProblems(parsed.data);
  return problems.length === 0 ? { ok: true, questionnaire: parsed.data } : { ok: false, problems };
}
