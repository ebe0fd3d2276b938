import { isFound } from "@/components/hr/list/view";
import type { placesOf } from "@/components/hr/overview/funnel-view";
import type { VerdictWord } from "@/lib/turnover/verdict";

type Places = ReturnType<typeof placesOf>;

/** Nobody walks further, point by point; the table and the list of units say the same of each. */
export const MOST_TO_WALK = 500;

const ORDER: readonly VerdictWord[] = ["prioritise", "new-signal", "watch", "neither"];

/**
 * The units of the funnel that are walked, and those that are only drawn. All are where that is no long way; else those
 * that a search finds, or those with a verdict: one verdict after the other, each in the order of the alphabet.
 */
export function walkedOf(
  places: Places,
  search: string,
): { readonly walked: Places; readonly others: Places } {
  if (places.length <= MOST_TO_WALK) return { walked: places, others: [] };
  const wanted = places.filter(({ unit }) =>
    search === "" ? unit.verdict.word !== "neither" : isFound(search, unit.name, unit.code),
  );
  const place = (word: VerdictWord) => ORDER.indexOf(word);
  const walked = wanted
    .toSorted((a, b) => place(a.unit.verdict.word) - place(b.unit.verdict.word))
    .slice(0, MOST_TO_WALK);
  const chosen = new Set(walked);
  return { walked, others: places.filter((one) => !chosen.has(one)) };
}

type Judged = Places[number]["unit"];

/** Those that the page speaks of by name. */
export const standsOut = ({
  verdict,
  flagged,
  notice,
}: Pick<Judged, "verdict" | "flagged" | "notice">) =>
  verdict.word !== "neither" || flagged || notice;
