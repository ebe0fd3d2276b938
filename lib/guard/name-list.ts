import { filterOf, type NameFilter } from "./bloom";

/** Bytes over the wire: part of the page's 60 kB. */
const SIZE = 11_000;

/** The key of a name in any spelling, and of one that is also a word and counts only with a capital. */
export const anySpelling = (name: string) => `a ${name}`;
export const capitalOnly = (name: string) => `c ${name}`;

/**
 * What the words around a name tell: `before` a person (heter, doktor), `place` before a place (i, från), what only a person
 * `does` (sa, lovade), and a `word` with a capital of its own that is a name too (Sol, May).
 */
export type ContextKind = "before" | "place" | "does" | "word";
export const inContext = (kind: ContextKind, word: string) => `${kind} ${word}`;

export type NameLists = {
  readonly first: readonly string[];
  readonly last: readonly string[];
  /** Names that are also words, months or places. */
  readonly ordinary: readonly string[];
  /** Words around names, each after its kind, as `inContext` writes them. */
  readonly context: readonly string[];
};

/** The names of a list file: one a line, in small letters. */
export function namesIn(text: string): readonly string[] {
  return text.split("\n").filter((line) => line !== "");
}

/** What the page carries instead of the lists: it can recognise a name, and nobody can read one out of it. */
export function nameFilter({ first, last, ordinary, context }: NameLists): NameFilter {
  const words = new Set(ordinary);
  const names = [...new Set([...first, ...last])];
  const entries = names.map((name) => (words.has(name) ? capitalOnly(name) : anySpelling(name)));
  return filterOf([...entries, ...context], SIZE);
}
