import { shareSd } from "@/lib/disclosure/cell-figures";
import { alphaOf } from "@/lib/disclosure/cells";
import { countedItems } from "@/lib/disclosure/counted-item";
import { ROUNDING } from "@/lib/disclosure/limits";
import { alphaFor } from "@/lib/disclosure/noise";
import type { Questionnaire } from "@/lib/survey/questionnaire";

/** So many standard deviations hold the noise in 95 of 100 times. */
const DEVIATIONS = 1.96;

/** Squared distances of the values 1 to 5 from a mean of 3.5: how the noise of five counts moves it. */
const SPREAD = 11.25;

/** A step of the five-step scale is 25 points of an index. */
const POINTS = 25;

/**
 * Half the width of the noise in a share of `n` people, in points, whole and rounded up. A share is rounded to five
 * points: of more than a hundred people that moves it more than rounding their number to five does.
 */
export function shareWidth(n: number, cells: number, alpha: number): number {
  const ofRounding = (ROUNDING ** 2 / 12) * Math.max(0, 1 - (100 / n) ** 2);
  return Math.ceil(DEVIATIONS * Math.hypot(shareSd(n, cells, alpha), Math.sqrt(ofRounding)));
}

/** Half the width of the noise in a count, in answers, whole and rounded up. */
export function countWidth(cells: number, alpha: number): number {
  // A share of 100 people in points is a count of them.
  return shareWidth(100, cells, alpha);
}

/** Half the width of the noise in an index of `items` five-step questions that `n` people answered, in points. */
export function indexWidth(n: number, cells: number, items: number): number {
  const alpha = alphaFor(1);
  const ofCount = (cells * 2 * alpha) / (1 - alpha) ** 2;
  // Each mean is rounded to one decimal before the index is taken.
  const ofMean = (SPREAD * ofCount) / n ** 2 + 0.1 ** 2 / 12;
  return Math.ceil(DEVIATIONS * POINTS * Math.sqrt(ofMean / items));
}

/** Half the width of the noise in the mean of a five-step question that `n` people answered, in steps, to a tenth. */
export function meanWidth(n: number, cells: number): number {
  const alpha = alphaFor(1);
  const ofCount = (cells * 2 * alpha) / (1 - alpha) ** 2;
  const ofMean = (SPREAD * ofCount) / n ** 2 + 0.1 ** 2 / 12;
  return Math.ceil(10 * DEVIATIONS * Math.sqrt(ofMean)) / 10;
}

/** The same for one of three parts of an index: the mean of a third of the questions, so √3 as wide. */
export function partWidth(whole: number): number {
  return Math.ceil(whole * Math.sqrt(3));
}

/** The α of an item's noise; null when the questionnaire lacks the item. */
export function itemAlpha(questionnaire: Questionnaire, id: string): number | null {
  const item = countedItems(questionnaire).find((counted) => counted.id === id);
  return item === undefined ? null : alphaOf(item);
}
