import type { Item, Localized, Questionnaire } from "./questionnaire";

/** A text of the document. `at`: where, as a person reads it; `path`: where in the document, keys joined by dots. */
export type Place = { readonly at: string; readonly path: string; readonly text: Localized };

type Worded = { readonly code: string; readonly text: Localized };

const worded = (at: string, path: string, list: readonly Worded[] = []): readonly Place[] =>
  list.map(({ code, text }, n) => ({ at: `${at}.${code}`, path: `${path}.${n}.text`, text }));

/** An item's own words, then its headings and options in the order they are shown. */
export function itemTexts(item: Item, path: string): readonly Place[] {
  const groups = "groups" in item ? (item.groups ?? []) : [];
  const options = "options" in item ? item.options : [];
  return [
    { at: item.id, path: `${path}.text`, text: item.text },
    ...(item.hint ? [{ at: `${item.id}.hint`, path: `${path}.hint`, text: item.hint }] : []),
    ...groups.flatMap((group, n) => [
      ...worded(item.id, `${path}.groups`, groups).slice(n, n + 1),
      ...worded(item.id, `${path}.groups.${n}.options`, group.options),
    ]),
    ...worded(item.id, `${path}.options`, options),
  ];
}

/** The texts around the questions: title, introduction and the names of the classes. */
export function frameTexts({ title, intro, classes }: Questionnaire): readonly Place[] {
  return [
    { at: "title", path: "title", text: title },
    { at: "intro", path: "intro", text: intro },
    ...Object.entries(classes).map(([code, text]) => ({
      at: `classes.${code}`,
      path: `classes.${code}`,
      text,
    })),
  ];
}

/** A section's heading and lead, and the texts of its items. */
export function sectionTexts(questionnaire: Questionnaire, n: number): readonly Place[] {
  const section = questionnaire.sections[n];
  if (!section) return [];
  const [at, path] = [`sections.${section.id}`, `sections.${n}`];
  const { title, lead, items } = section;
  return [
    { at: `${at}.title`, path: `${path}.title`, text: title },
    ...(lead ? [{ at: `${at}.lead`, path: `${path}.lead`, text: lead }] : []),
    ...items.flatMap((item, index) => itemTexts(item, `${path}.items.${index}`)),
  ];
}

/** Every text of the document, in reading order. */
export function allTexts(questionnaire: Questionnaire): readonly Place[] {
  return [
    ...frameTexts(questionnaire),
    ...questionnaire.sections.flatMap((_, n) => sectionTexts(questionnaire, n)),
  ];
}

/**
 * The document with other words in one language: `edits` is path → text, and a path that is no text of the
 * document is passed over. Nothing is checked here; an emptied text is for the validator to point at.
 */
export function withTexts(
  questionnaire: Questionnaire,
  language: string,
  edits: Readonly<Record<string, string>>,
): Questionnaire {
  const copy = structuredClone(questionnaire);
  for (const { path, text } of allTexts(copy)) {
    const edit = edits[path];
    if (edit !== undefined) text[language] = edit;
  }
  return copy;
}
