import { getTranslations } from "next-intl/server";
import type { Problem } from "@/lib/survey/problem";
import type { Place } from "@/lib/survey/texts";

/** Problems in words: where, what, and what to do. */
export async function problemSentences(problems: readonly Problem[]): Promise<readonly string[]> {
  const t = await getTranslations("questionnaire.problem");
  return problems.map(({ code, at, detail }) => t(code, { at, detail }));
}

/** What a text is called beside its field: ”Svar 2 under rubrik 1”. */
export async function placeLabels(): Promise<(place: Place) => string> {
  const t = await getTranslations("questionnaires.edit.label");
  return ({ part, n, under }) => t(part, { n, under });
}
