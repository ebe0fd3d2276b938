import type { TurnoverSeries } from "@/components/charts/turnover-data";
import type { View } from "@/components/reports/quarterly/view";
import { ledgerLetter } from "@/lib/explanations/explanation";
import type { ReportUnit } from "@/lib/reports/turnover-shape";

/** Years in a panel. */
const YEARS = 5;

/** A unit's turnover as its panel draws it, on the policy's reading. */
export function unitSeries(unit: ReportUnit, { snapshot, t }: View): TurnoverSeries {
  const { policy } = snapshot.turnover;
  const years = unit.years.slice(-YEARS);
  const first = `${years[0]?.year ?? ""}-01-01`;
  return {
    name: unit.name,
    limit: policy.threshold,
    years: years.map(({ year, rates, departures, mean }) => {
      const rate = rates[policy.reading];
      if (rate.kind === "no-rate" || mean === null) return { year, rate: null };
      return {
        year,
        rate: rate.value,
        low: rate.lower,
        high: rate.upper,
        departures: departures[policy.reading],
        employees: Math.round(mean),
      };
    }),
    breaks: unit.breaks
      .filter(({ month }) => `${month}-01` > first)
      .map(({ month }) => ({ day: `${month}-01`, name: t("remark.newUnit") })),
    spans: unit.explanations.map(({ what, appliesFrom, expires }, i) => ({
      kind: "explanation" as const,
      letter: ledgerLetter(i),
      name: what,
      from: appliesFrom,
      to: expires,
    })),
  };
}
