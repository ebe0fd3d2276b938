import { plain, type Row, row, type UnitOfMeasure } from "@/lib/reports/row";
import { flaggedUnits, scopeUnder } from "@/lib/reports/sentences/where";
import type { ReportSnapshot } from "@/lib/reports/snapshot";
import type { ReportPeriod, ReportUnit } from "@/lib/reports/turnover-shape";
import { READINGS, type Reading } from "@/lib/turnover/definition";

type Place = Parameters<typeof row>[0];

const at = (of: string, name: string, period: string): Place => ({
  section: "turnover",
  of,
  name,
  series: "",
  period,
});

/** Turnover of the region and of every unit that the report names. A rate that there is none of has no row. */
export function turnoverRows(snapshot: ReportSnapshot): readonly Row[] {
  const { turnover, region } = snapshot;
  const { last12 } = turnover.region;
  const place = at("region", region, span(last12));
  return [
    ...scopeRows(snapshot),
    ...READINGS.flatMap((reading) => rateRows(place, "rate-12", last12, reading)),
    ...turnover.units.flatMap((unit) => unitRows(unit, turnover.policy.reading)),
  ];
}

/** The units that the motion speaks of, as the first screen counts them. */
function scopeRows(snapshot: ReportSnapshot): readonly Row[] {
  const { turnover, region } = snapshot;
  const { scopeUnits, compared, aboveByChance, asOf } = turnover;
  const place = at("scope", region, asOf);
  const count = (item: string, n: number, unit: UnitOfMeasure = "units") =>
    row(place, { item, figure: plain(n, unit), unit });
  return [
    count("units", scopeUnits),
    count("flagged", flaggedUnits(snapshot).length),
    count("prioritise", scopeUnder(snapshot, "prioritise").length),
    count("watch", scopeUnder(snapshot, "watch").length),
    count("new-signal", scopeUnder(snapshot, "new-signal").length),
    count("compared", compared),
    count("above-by-chance", aboveByChance, "expected"),
  ];
}

function unitRows(unit: ReportUnit, reading: Reading): readonly Row[] {
  const of = `unit:${unit.code}`;
  const { pooled, comparison, staff } = unit;
  const place = at(of, unit.name, span(pooled));
  const count = (item: string, n: number, uom: UnitOfMeasure) =>
    row(place, { item, figure: plain(n, uom), unit: uom });
  return [
    ...(staff === null ? [] : [count("staff", staff, "people")]),
    ...unit.years.flatMap((year) =>
      rateRows(at(of, unit.name, `${year.year}`), `rate-${year.year}`, year, reading),
    ),
    ...READINGS.flatMap((each) => rateRows(place, "rate-pooled", pooled, each)),
    ...intervalRows(place, pooled, reading),
    ...(comparison.kind === "compared"
      ? [
          count("departures-pooled", comparison.observed, "departures"),
          count("expected-pooled", comparison.expected, "expected"),
        ]
      : []),
  ];
}

function rateRows(
  place: Place,
  item: string,
  { rates }: ReportPeriod,
  reading: Reading,
): readonly Row[] {
  const rate = rates[reading];
  if (rate.kind === "no-rate") return [];
  const unit = "percent-per-year";
  return [row(place, { item, measure: reading, figure: plain(100 * rate.value, unit), unit })];
}

function intervalRows(place: Place, { rates }: ReportPeriod, reading: Reading): readonly Row[] {
  const rate = rates[reading];
  if (rate.kind === "no-rate") return [];
  const unit = "percent-per-year";
  return (["lower", "upper"] as const).map((measure) =>
    row(place, {
      item: "interval-pooled",
      measure,
      figure: plain(100 * rate[measure], unit),
      unit,
    }),
  );
}

function span({ from, to }: ReportPeriod): string {
  return `${from}/${to}`;
}
