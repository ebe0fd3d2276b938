/** One page of a list, counted from 1; `from` and `to`: its first and last line, counted from 1. */
export type ListPage<T> = {
  readonly lines: readonly T[];
  readonly page: number;
  readonly pages: number;
  readonly from: number;
  readonly to: number;
};

/** As many entries as a person looks through at a time: on a phone each is a screen or a third of one. */
export const ON_PAGE = 25;

/** Which page an address asks for; what is no number asks for the first. */
export function readPage(asked: unknown): number {
  return typeof asked === "string" && /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : 1;
}

/** A page of so many lines at most; one beyond the last is the last. */
export function pageOf<T>(all: readonly T[], wanted: number, most: number): ListPage<T> {
  const pages = Math.max(1, Math.ceil(all.length / most));
  const page = Math.min(wanted, pages);
  const from = (page - 1) * most;
  const lines = all.slice(from, from + most);
  return { lines, page, pages, from: from + 1, to: from + lines.length };
}
