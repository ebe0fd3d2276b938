import { filterOf, type NameFilter } from "./bloom";

/** Bytes over the wire: part of the page's 60 kB. */
const SIZE = 11_000;

/** The key of a name in any spelling, and of one that is also a word and counts only with a capital. */
export const anySpelling = (name: string) => `a ${name}`;
export const capitalOnly = (name: string) => `c ${name}`;

export type NameLists = {
  readonly first: readonly string[];
  readonly last: readonly string[];
  /** Names that are also words, months or places. */
  readonly ordinary: readonly string[];
};

/** The names of a list file: one a line, in small letters. */
export function namesIn(text: string): readonly string[] {
  return text.split("\n").filter((line) => line !== "");
}

/** What the page carries instead of the lists: it can recognise a name, and nobody can read one out of it. */
export function nameFilter({ first, last, ordinary }: NameLists): NameFilter {
  const words = new Set(ordinary);
  const names = [...new Set([...first, ...last])];
  return filterOf(
    names.map((name) => (words.has(name) ? capitalOnly(name) : anySpelling(name))),
    SIZE,
  );
}
