import type { Limits } from "@/lib/disclosure/release";

/** What coming rounds are planned with. `graceDays`: days from the end of issuing to the end of receiving. */
export type Terms = Limits & { readonly graceDays: number };

/** Until somebody changes them: at least eight people, one of them assumed to tell the others' apart, 72 hours. */
export const FIRST_TERMS: Terms = { k: 8, c: 1, graceDays: 3 };

/** Design 3: fewer people than this hide nobody; as many as a picture needs are a picture already. */
export const LEAST_K = 5;
export const MOST_K = 30;
/** Design 2, step 9: whoever pressed the button has 72 hours; the report is due 46 days after the quarter. */
export const LEAST_GRACE_DAYS = 3;
export const MOST_GRACE_DAYS = 14;

/** Whether answers would be protected less in any respect, or have less time on their way. */
export function isWeaker(from: Terms, to: Terms): boolean {
  return to.k < from.k || to.c < from.c || to.graceDays < from.graceDays;
}

export function sameTerms(a: Terms, b: Terms): boolean {
  return a.k === b.k && a.c === b.c && a.graceDays === b.graceDays;
}
