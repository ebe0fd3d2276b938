/** Longest text to search for, in characters: no unit's name is longer. */
export const MOST_SEARCH = 100;

export type Search = {
  /** What to search for; empty where nothing is asked for, or too much. */
  readonly search: string;
  /** As it was written: it stands in the field again. */
  readonly typed: string;
  readonly tooLong: boolean;
};

/** What an address asks to search for. */
export function readSearch(asked: unknown): Search {
  const typed = typeof asked === "string" ? asked : "";
  const search = typed.trim();
  const tooLong = search.length > MOST_SEARCH;
  return { search: tooLong ? "" : search, typed, tooLong };
}
