import type { Figure } from "@/lib/disclosure/figure";
import { HME_PARTS, type HmePart } from "@/lib/disclosure/hme";
import type { SignalName } from "./signal";

/** The employee survey's index among those who stay, whole points; null for a part that is not imported. */
export type Stayers = {
  readonly year: string;
  readonly hme: Readonly<Record<"total" | HmePart, number | null>>;
};

/** One mean of one year. */
export type YearMean = {
  readonly period: string;
  readonly signal: SignalName;
  readonly value: number;
};

/**
 * What those who stay said nearest in time to the leavers' answers: the last employee survey not later than `year`,
 * or the first after it; null when none is imported.
 */
export function stayersAt(means: readonly YearMean[], year: string): Stayers | null {
  const years = means.filter(({ signal }) => signal === "hme").map(({ period }) => period);
  const sorted = [...new Set(years)].sort();
  const chosen = sorted.findLast((one) => one <= year) ?? sorted[0];
  if (chosen === undefined) return null;
  const at = (signal: SignalName) => {
    const found = means.find((mean) => mean.period === chosen && mean.signal === signal);
    return found === undefined ? null : Math.round(found.value);
  };
  const parts = HME_PARTS.map((part) => [part, at(`hme_${part}`)] as const);
  return {
    year: chosen,
    hme: { total: at("hme"), ...(Object.fromEntries(parts) as Record<HmePart, number | null>) },
  };
}

/**
 * How many points lower the leavers' index is: as exact, rounded or bounded as their own figure, in whole points.
 * Null where the stayers' index is missing.
 */
export function gapOf(leavers: Figure, stayers: number | null): Figure | null {
  if (stayers === null) return null;
  switch (leavers.kind) {
    case "withheld":
      return leavers;
    case "at-most":
      return { kind: "at-least", n: stayers - leavers.n };
    case "at-least":
      return { kind: "at-most", n: stayers - leavers.n };
    case "count":
    case "about":
      return { kind: leavers.kind, n: stayers - leavers.n };
  }
}

/** What a gap says: `unclear` where a bound or the noise leaves it open which of the two is lower. */
export type GapSays = {
  readonly says: "under" | "over" | "same" | "unclear" | "noise" | "withheld" | "missing";
  readonly points: number;
};

/** @param noise how far the noise moves the leavers' index either way, in points; null without noise */
export function gapSays(gap: Figure | null, noise: number | null): GapSays {
  if (gap === null) return { says: "missing", points: 0 };
  if (gap.kind === "withheld") return { says: "withheld", points: 0 };
  const points = Math.abs(gap.n);
  if (noise !== null && points <= noise) return { says: "noise", points };
  if (gap.kind === "at-least") return { says: gap.n > 0 ? "under" : "unclear", points };
  if (gap.kind === "at-most") return { says: gap.n < 0 ? "over" : "unclear", points };
  if (gap.n === 0) return { says: "same", points };
  return { says: gap.n > 0 ? "under" : "over", points };
}
