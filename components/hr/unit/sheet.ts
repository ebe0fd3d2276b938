import type { Say } from "@/components/hr/words";
import type { Sheet, SheetCell } from "@/lib/downloads/sheet";
import { meanHeadcount } from "@/lib/turnover/exposure";
import type { PeriodTurnover } from "@/lib/turnover/period";
import type { UnitSummary } from "@/lib/turnover/summary";

/** A unit's years as a file: what its picture of turnover is drawn from. */
export function yearSheet({ name, years, last12 }: UnitSummary, say: Say): Sheet {
  const column = (key: string) => ({ head: say(`column.${key}`) });
  const share = { share: true, digits: 1 };
  return {
    title: say("file", { name }),
    columns: [
      { head: say("year") },
      column("observed"),
      { ...column("mean"), digits: 1 },
      { ...column("rate"), ...share },
      { ...column("lower"), ...share },
      { ...column("upper"), ...share },
      { ...column("all"), ...share },
    ],
    rows: [
      ...years.map((period) => [`${period.year}`, ...cellsOf(period, say)]),
      [say("last12"), ...cellsOf(last12, say)],
    ],
  };
}

function cellsOf(period: PeriodTurnover, say: Say): readonly SheetCell[] {
  const { externalExcl, external } = period.rates;
  const left = period.departures.externalExcl;
  const mean =
    typeof period.exposure === "string" ? say("missing") : meanHeadcount(period.exposure);
  if (externalExcl.kind === "no-rate") {
    const why = say(`noRate.${externalExcl.reason}`, { left });
    return [left, mean, why, "", "", ""];
  }
  const { lower, upper } = externalExcl.interval;
  return [
    ...[left, mean, externalExcl.value, lower, upper],
    external.kind === "rate" ? external.value : say("missing"),
  ];
}
