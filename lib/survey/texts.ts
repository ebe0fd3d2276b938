import type { Item, Localized, Questionnaire, Section } from "./questionnaire";

/** What a text is to whoever reads it. */
type Part =
  | "title"
  | "intro"
  | "class"
  | "section"
  | "lead"
  | "question"
  | "hint"
  | "heading"
  | "option"
  | "headed-option";

/**
 * A text of the document. `at`: where, as the document names it; `path`: where in the document, keys joined by
 * dots. `n`: which of its kind, from 1; `under`: which heading a headed option stands under, else 0.
 */
export type Place = {
  readonly at: string;
  readonly path: string;
  readonly text: Localized;
  readonly part: Part;
  readonly n: number;
  readonly under: number;
};

const lone = (at: string, path: string, text: Localized, part: Part): Place => {
  return { at, path, text, part, n: 1, under: 0 };
};

/** An item's own words, then its headings and options in the order they are shown. */
function itemTexts(item: Item, path: string): readonly Place[] {
  const groups = "groups" in item ? (item.groups ?? []) : [];
  const options = "options" in item ? (item.options ?? []) : [];
  const at = (code: string) => `${item.id}.${code}`;
  return [
    lone(item.id, `${path}.text`, item.text, "question"),
    ...(item.hint ? [lone(at("hint"), `${path}.hint`, item.hint, "hint")] : []),
    ...groups.flatMap((group, g): Place[] => {
      const of = `${path}.groups.${g}`;
      const heading = lone(at(group.code), `${of}.text`, group.text, "heading");
      const under = group.options.map(({ code, text }, n) => ({
        ...lone(at(code), `${of}.options.${n}.text`, text, "headed-option"),
        n: n + 1,
        under: g + 1,
      }));
      return [{ ...heading, n: g + 1 }, ...under];
    }),
    ...options.map(({ code, text }, n) => ({
      ...lone(at(code), `${path}.options.${n}.text`, text, "option"),
      n: n + 1,
    })),
  ];
}

/** The texts around the questions: title, introduction and the names of the classes. */
export function frameTexts({ title, intro, classes }: Questionnaire): readonly Place[] {
  return [
    lone("title", "title", title, "title"),
    lone("intro", "intro", intro, "intro"),
    ...Object.entries(classes).map(([code, text], n) => ({
      ...lone(`classes.${code}`, `classes.${code}`, text, "class"),
      n: n + 1,
    })),
  ];
}

/** A section's heading and lead. */
function headingTexts(section: Section, path: string): readonly Place[] {
  const at = `sections.${section.id}`;
  const { title, lead } = section;
  return [
    lone(`${at}.title`, `${path}.title`, title, "section"),
    ...(lead ? [lone(`${at}.lead`, `${path}.lead`, lead, "lead")] : []),
  ];
}

/** A question, or what stands around questions, with the texts that belong to it. */
type Block = { readonly item: Item | null; readonly places: readonly Place[] };

/** A section's own texts first, then each question's, in the order they are asked. */
export function sectionBlocks(section: Section, path: string): readonly Block[] {
  return [
    { item: null, places: headingTexts(section, path) },
    ...section.items.map((item, n) => ({ item, places: itemTexts(item, `${path}.items.${n}`) })),
  ];
}

/** Every block of the document, in reading order. */
export function allBlocks(questionnaire: Questionnaire): readonly Block[] {
  return [
    { item: null, places: frameTexts(questionnaire) },
    ...questionnaire.sections.flatMap((section, n) => sectionBlocks(section, `sections.${n}`)),
  ];
}

/** Every text of the document, in reading order. */
export function allTexts(questionnaire: Questionnaire): readonly Place[] {
  return allBlocks(questionnaire).flatMap(({ places }) => places);
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
