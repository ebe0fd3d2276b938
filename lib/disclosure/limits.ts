/** The numbers of the disclosure rule that no round may change (design 3); `k` and `c` stand in the manifest. */

/** People in a cell: the smallest group that is ever pictured. */
export const CELL_MIN = 30;

/** Answers to one five-point item before an atom shows it. */
export const ITEM_MIN = 6;

/** A sensitive reason is shown when its noised count in the shown sum is at least this. */
export const RARE_MIN = 10;

/** People with text before the redaction desk may read a group's texts. */
export const TEXT_MIN = 10;

/** Texts that a group has not gathered enough of within this many quarters wait on at the region. */
export const TEXT_QUARTERS = 4;

/** Totals that have not reached k, and texts that nobody has read, are destroyed after this many quarters. */
export const MAX_QUARTERS = 20;

/** Counts, shares (points) and numbers of people in pictures are rounded to this. */
export const ROUNDING = 5;
