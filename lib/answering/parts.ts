import { visibleSections } from "@/lib/survey/path";
import type { Section } from "@/lib/survey/questionnaire";
import type { Visit } from "./stage";

/** Sections that follow each other under one title: to the person one part, on as many short pages. */
export type Part = {
  /** The place of its first page. */
  readonly place: number;
  readonly pages: readonly Section[];
};

/** The pages this person meets, given what is answered so far: one a section. */
export function pagesOf(visit: Visit): readonly Section[] {
  return visibleSections(visit.round.questionnaire, visit.answers);
}

const titleOf = (section: Section | undefined) => JSON.stringify(section?.title);

/** The pages gathered into parts, in order. */
export function partsOf(visit: Visit): readonly Part[] {
  const all = pagesOf(visit);
  const begins = (index: number) => titleOf(all[index]) !== titleOf(all[index - 1]);
  const first = all.flatMap((_, index) => (begins(index) ? [index] : []));
  return first.map((index, n) => ({ place: index + 1, pages: all.slice(index, first[n + 1]) }));
}
