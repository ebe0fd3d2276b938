import type { Figure } from "@/lib/disclosure/figure";
import { itemsOf } from "@/lib/survey/items";
import type { Questionnaire } from "@/lib/survey/questionnaire";

export const HME_PARTS = ["motivation", "leadership", "steering"] as const;
export type HmePart = (typeof HME_PARTS)[number];

/** Sustainable employee engagement (SKR/RKA): the index and its three parts, 0 to 100. */
export type Hme = Readonly<Record<"total" | HmePart, Figure>>;

/**
 * HME as SKR computes it: each item's mean on 0–100, (mean − 1) · 25, and the mean of the items.
 * Only from figures that are shown: an index over a withheld item would give that item away.
 *
 * @param meanOf an item's shown mean, 1–5: `scaleMean` of an atom or `aboutMean` of a picture
 */
export function hme(questionnaire: Questionnaire, meanOf: (item: string) => Figure): Hme {
  const items = itemsOf(questionnaire).flatMap((item) =>
    item.type === "scale5" && item.index?.name === "hme"
      ? [{ part: item.index.part, figure: meanOf(item.id) }]
      : [],
  );
  const partOf = (part: HmePart) =>
    indexOf(items.filter((item) => item.part === part).map((item) => item.figure));
  return {
    total: indexOf(items.map((item) => item.figure)),
    motivation: partOf("motivation"),
    leadership: partOf("leadership"),
    steering: partOf("steering"),
  };
}

/**
 * The index of some items' shown means, 0–100, not rounded. One bound makes it a bound; bounds on both
 * sides, or more than a third of the items withheld, withhold it.
 */
export function indexOf(means: readonly Figure[]): Figure {
  const shown = means.flatMap((figure) => (figure.kind === "withheld" ? [] : [figure]));
  const first = means[0];
  if (shown.length === 0 && first !== undefined) return first;
  if (shown.length === 0 || means.length - shown.length > means.length / 3) {
    return { kind: "withheld", reason: "items-missing" };
  }
  const kind = kindOf(shown.map((figure) => figure.kind));
  if (kind === null) return { kind: "withheld", reason: "bounds-both-sides" };
  const n = shown.reduce((sum, figure) => sum + (figure.n - 1) * 25, 0) / shown.length;
  return { kind, n };
}

type Kind = Exclude<Figure["kind"], "withheld">;

function kindOf(kinds: readonly Kind[]): Kind | null {
  const most = kinds.includes("at-most");
  const least = kinds.includes("at-least");
  if (most && least) return null;
  if (most) return "at-most";
  if (least) return "at-least";
  return kinds.includes("about") ? "about" : "count";
}
