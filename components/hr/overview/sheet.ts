import type { OverviewView } from "@/components/hr/overview/view";
import type { Say } from "@/components/hr/words";
import type { Sheet, SheetCell, SheetColumn } from "@/lib/downloads/sheet";
import type { UnitSummary } from "@/lib/turnover/summary";

/** The funnel's rows as a file, with each unit's verdict: what the picture is drawn from. */
export function funnelSheet(view: OverviewView, say: Say, verdict: Say): Sheet {
  const { reading } = view.policy;
  const column = (key: string, more: Partial<SheetColumn> = {}): SheetColumn => ({
    head: say(`columns.${key}`),
    ...more,
  });
  const share = { share: true, digits: 1 };
  return {
    title: say("chance.file"),
    columns: [
      ...["code", "unit", "verdict", "group", "staff", "observed"].map((key) => column(key)),
      ...["expected", "times"].map((key) => column(key, { digits: 1 })),
      column("rate", share),
      ...["lower", "upper"].map((key) => column(key, share)),
    ],
    rows: view.units.map((unit) => [
      ...[unit.code, unit.name, verdict(unit.verdict.word), unit.peerGroup ?? ""],
      unit.staff ?? say("units.noStaff"),
      unit.pooled.departures[reading],
      ...compared(unit, reading, say),
      ...rates(unit, reading, say),
    ]),
  };
}

type Reading = OverviewView["policy"]["reading"];

function compared({ comparison }: UnitSummary, reading: Reading, say: Say): readonly SheetCell[] {
  const found = comparison[reading];
  const alone = say("chance.notCompared");
  return found.kind === "compared" ? [found.expected, found.ratio] : [alone, alone];
}

function rates({ pooled }: UnitSummary, reading: Reading, say: Say): readonly SheetCell[] {
  const rate = pooled.rates[reading];
  if (rate.kind === "rate") return [rate.value, rate.interval.lower, rate.interval.upper];
  const why = say(`noRate.${rate.reason}`);
  return [why, why, why];
}
