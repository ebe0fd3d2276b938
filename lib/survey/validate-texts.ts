import { optionsOf } from "./items";
import type { Problem } from "./problem";
import type { Item, Localized, Questionnaire } from "./questionnaire";

type Place = readonly [at: string, text: Localized];

function itemTexts(item: Item): readonly Place[] {
  const groups = "groups" in item ? (item.groups ?? []) : [];
  return [
    [item.id, item.text],
    ...(item.hint ? [[`${item.id}.hint`, item.hint] as const] : []),
    ...groups.map((group): Place => [`${item.id}.${group.code}`, group.text]),
    ...optionsOf(item).map((option): Place => [`${item.id}.${option.code}`, option.text]),
  ];
}

function allTexts(questionnaire: Questionnaire): readonly Place[] {
  return [
    ["title", questionnaire.title],
    ["intro", questionnaire.intro],
    ...Object.entries(questionnaire.classes).map(
      ([code, text]): Place => [`classes.${code}`, text],
    ),
    ...questionnaire.sections.flatMap((section): readonly Place[] => [
      [`sections.${section.id}.title`, section.title],
      ...(section.lead ? [[`sections.${section.id}.lead`, section.lead] as const] : []),
      ...section.items.flatMap(itemTexts),
    ]),
  ];
}

/** Every text in every declared language, and none in another. */
export function textProblems(questionnaire: Questionnaire): readonly Problem[] {
  const { languages } = questionnaire;
  return allTexts(questionnaire).flatMap(([at, text]) => [
    ...languages
      .filter((language) => !text[language]?.trim())
      .map((detail) => ({ code: "text-missing" as const, at, detail })),
    ...Object.keys(text)
      .filter((language) => !languages.includes(language))
      .map((detail) => ({ code: "language-undeclared" as const, at, detail })),
  ]);
}
