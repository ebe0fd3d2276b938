import type { Figure } from "@/lib/disclosure/figure";
import { ITEM_MIN, RARE_MIN, ROUNDING } from "@/lib/disclosure/limits";
import type { Picture } from "@/lib/disclosure/picture";
import { NO_ANSWER } from "@/lib/disclosure/release";
import type { Option } from "@/lib/survey/questionnaire";

const NO_CELL: Figure = { kind: "withheld", reason: "no-cell" };
const TOO_FEW: Figure = { kind: "withheld", reason: "item-too-few" };

/** A share of a picture: which codes, of all except which. Both are of one table. */
export type ShareOf = {
  readonly item: string;
  readonly table: "classes" | "options";
  readonly part: readonly string[];
  /** Codes that are not in the whole; no answer never is. */
  readonly except?: readonly string[];
};

/** The people in a picture, rounded to 5. */
export function aboutPeople(picture: Picture): Figure {
  return picture.cells === 0 ? NO_CELL : about(toFive(picture.n));
}

/** The mean of a scale (codes are its values) from noised counts, to one decimal, inside the scale. */
export function aboutMean(picture: Picture, item: string): Figure {
  const found = picture.items[item];
  if (found === undefined) return NO_CELL;
  const values = Object.entries(found.options).filter(([code]) => code !== NO_ANSWER);
  const answers = values.reduce((sum, [, n]) => sum + n, 0);
  if (answers < ITEM_MIN) return TOO_FEW;
  const mean = values.reduce((sum, [code, n]) => sum + Number(code) * n, 0) / answers;
  const scale = values.map(([code]) => Number(code));
  const inside = Math.min(Math.max(mean, Math.min(...scale)), Math.max(...scale));
  return about(Math.round(inside * 10) / 10);
}

/** The noised number that a share is of; null without a picture of the item. */
function wholeOf(picture: Picture, { item, table, except }: ShareOf): number | null {
  const found = picture.items[item];
  if (found === undefined) return null;
  const left = [NO_ANSWER, ...(except ?? [])].reduce(
    (sum, code) => sum + (found[table][code] ?? 0),
    0,
  );
  return found.n - left;
}

/** How many a share is of, rounded to 5. */
export function aboutWhole(picture: Picture, of: ShareOf): Figure {
  const whole = wholeOf(picture, of);
  if (whole === null) return NO_CELL;
  return whole < ITEM_MIN ? TOO_FEW : about(toFive(whole));
}

/** A share in per cent, rounded to 5, inside 0–100. */
export function aboutShare(picture: Picture, of: ShareOf): Figure {
  const whole = wholeOf(picture, of);
  if (whole === null) return NO_CELL;
  if (whole < ITEM_MIN) return TOO_FEW;
  const counts = picture.items[of.item]?.[of.table] ?? {};
  const chosen = of.part.reduce((sum, code) => sum + (counts[code] ?? 0), 0);
  // Multiplied first: 57.5 is exact then, and is rounded up like every half.
  return about(Math.min(toFive((100 * chosen) / whole), 100));
}

type Reason = Pick<Option, "code" | "sensitive">;

/** How many chose an option, rounded to 5; a sensitive one only when its noised count is ten or more. */
export function optionCount(picture: Picture, item: string, option: Reason): Figure {
  const count = picture.items[item]?.options[option.code];
  if (count === undefined) return NO_CELL;
  return isRare(option, count) ? { kind: "withheld", reason: "rare-reason" } : about(toFive(count));
}

/** The share of those who answered that chose an option, with the same rule for sensitive ones. */
export function optionShare(picture: Picture, item: string, option: Reason): Figure {
  const count = picture.items[item]?.options[option.code];
  if (count === undefined) return NO_CELL;
  if (isRare(option, count)) return { kind: "withheld", reason: "rare-reason" };
  return aboutShare(picture, { item, table: "options", part: [option.code] });
}

function isRare(option: Reason, noised: number): boolean {
  return option.sensitive === true && noised < RARE_MIN;
}

function about(n: number): Figure {
  return { kind: "about", n };
}

/** Noise can go below zero; people cannot. */
function toFive(n: number): number {
  return Math.max(Math.round(n / ROUNDING) * ROUNDING, 0);
}

/**
 * The width of the noise: standard deviation of a share, in points, from the two-sided geometric noise of
 * each count (variance 2α/(1−α)²) and the rounding to 5. One cell of 30: 8 points, 60: 4, 130: 2.
 *
 * @param n people in the whole
 * @param cells cells that were added up
 * @param alpha `alphaOf` the item
 */
export function shareSd(n: number, cells: number, alpha: number): number {
  const noise = (cells * 2 * alpha) / (1 - alpha) ** 2;
  return (100 * Math.sqrt(noise + ROUNDING ** 2 / 12)) / n;
}
