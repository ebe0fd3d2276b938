import type { DepartureKind } from "@/lib/departures/kind";
import { MAX_QUARTERS } from "@/lib/disclosure/limits";
import type { Series } from "@/lib/disclosure/release";
import { personYears } from "@/lib/turnover/exposure";
import { monthsToAnswers, monthsUnderLimits } from "@/lib/turnover/forecast";
import { rateInterval } from "@/lib/turnover/interval";
import type { PeriodTurnover } from "@/lib/turnover/period";

/** The kind of departure that a series' invitations come from. */
const KIND: Readonly<Record<Series, DepartureKind>> = {
  leaver: "resignation",
  retiree: "retirement",
  mover: "internal_move",
};

/**
 * When a unit's own result can be expected. `months`: and the span it probably lies within (`high` is
 * null when nothing can be said). `never`: longer than totals are kept. `unknown`: nobody left, or no
 * headcounts. `closed`: what waits of a closed unit is destroyed, or follows to its successor.
 */
export type Waiting =
  | {
      readonly kind: "months";
      readonly months: number;
      readonly low: number;
      readonly high: number | null;
    }
  | { readonly kind: "never" }
  | { readonly kind: "unknown" }
  | { readonly kind: "closed" };

/**
 * From turnover over the policy's years and the planning response rate: never from what waits.
 *
 * @param limitIn the limit of the round so many quarters from now
 */
export function waitingFor(
  series: Series,
  limitIn: (quarters: number) => number,
  staff: number | null,
  pooled: PeriodTurnover,
): Waiting {
  const left = pooled.kinds[KIND[series]];
  if (staff === null || typeof pooled.exposure === "string" || left === 0) {
    return { kind: "unknown" };
  }
  const years = personYears(pooled.exposure);
  if (years === 0) return { kind: "unknown" };
  const { lower, upper } = rateInterval(left, years);
  const at = (rate: number) =>
    monthsUnderLimits(limitIn, (needed) => monthsToAnswers(needed, staff, rate));
  const [months, low] = [at(left / years), at(upper)];
  if (months === null || low === null) return { kind: "unknown" };
  if (months > MAX_QUARTERS * 3) return { kind: "never" };
  return { kind: "months", months, low, high: at(lower) };
}
