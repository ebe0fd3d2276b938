import type { Problem } from "./problem";
import type { Questionnaire } from "./questionnaire";
import { allTexts } from "./texts";

/** Every text in every declared language, and none in another. */
export function textProblems(questionnaire: Questionnaire): readonly Problem[] {
  const { languages } = questionnaire;
  return allTexts(questionnaire).flatMap(({ at, text }) => [
    ...languages
      .filter((language) => !text[language]?.trim())
      .map((detail) => ({ code: "text-missing" as const, at, detail })),
    ...Object.keys(text)
      .filter((language) => !languages.includes(language))
      .map((detail) => ({ code: "language-undeclared" as const, at, detail })),
  ]);
}
