import { ALL_KINDS } from "@/components/hr/kind";
import { type OverviewView, overAnyReading } from "@/components/hr/overview/view";
import type { Say, Words } from "@/components/hr/words";
import type { Sheet, SheetCell, SheetColumn } from "@/lib/downloads/sheet";
import { lastWholeYear } from "@/lib/turnover/month";
import type { UnitSummary } from "@/lib/turnover/summary";
import { quarterInWords } from "@/lib/wording/date";
import { span } from "@/lib/wording/number";

/** The page's tables, as their files are called in an address. */
export const TABLES = ["funnel", "readings", "trend", "groups"] as const;
export type OverviewTable = (typeof TABLES)[number];

/** Where a table's file lies, for the kind of unit that is shown. */
export function overviewFile(table: OverviewTable, { kind }: Pick<OverviewView, "kind">): string {
  return `/hr/downloads/overview/${table}?slag=${encodeURIComponent(kind ?? ALL_KINDS)}`;
}

/** A table of the overview as a file. `verdict`: the words of the verdicts. */
export function overviewSheet(
  table: OverviewTable,
  view: OverviewView,
  words: Words,
  verdict: Say,
): Sheet {
  const makers: Record<OverviewTable, () => Sheet> = {
    funnel: () => funnelSheet(view, words.say, verdict),
    readings: () => readingsSheet(view, words.say),
    trend: () => trendSheet(view, words),
    groups: () => groupSheet(view, words),
  };
  return makers[table]();
}

/** The motion's rule read both ways, with and without retirement. */
function readingsSheet({ units, policy, asOf }: OverviewView, say: Say): Sheet {
  const last = lastWholeYear(asOf);
  const values = { years: span(last - policy.years + 1, last), months: 12 * policy.years };
  const heads = ["code", "unit", "eachYear", "pooled", "eachYearAll", "pooledAll"];
  return {
    title: say("groups.file"),
    columns: heads.map((key) => ({ head: say(`columns.${key}`, values) })),
    rows: overAnyReading(units).map(({ code, name, rule: { externalExcl, external } }) => [
      ...[code, name],
      ...[externalExcl.eachYear, externalExcl.pooled, external.eachYear, external.pooled].map(
        (outcome) => say(`outcome.${outcome}`),
      ),
    ]),
  };
}

/** Quarter by quarter, with the limits of the usual that the picture draws. */
function trendSheet({ trend: { quarters, chart } }: OverviewView, { say, locale }: Words): Sheet {
  const share = { share: true, digits: 1 };
  const usual = chart === null ? ["", ""] : [chart.lower, chart.upper];
  return {
    title: say("trend.table"),
    columns: [
      ...["quarter", "observed"].map((key) => ({ head: say(`columns.${key}`) })),
      ...["perYear", "usualLower", "usualUpper"].map((key) => ({
        head: say(`columns.${key}`),
        ...share,
      })),
    ],
    rows: quarters.map(({ quarter, departures, rate }) => [
      quarterInWords(quarter, locale),
      ...[departures, rate, ...usual],
    ]),
  };
}

/** The same of each peer group, one under the other. */
function groupSheet({ groups }: OverviewView, { say, locale }: Words): Sheet {
  const share = { share: true, digits: 1 };
  return {
    title: say("trend.groups"),
    columns: [
      ...["group", "quarter", "observed"].map((key) => ({ head: say(`columns.${key}`) })),
      ...["perYear", "usualLower", "usualUpper"].map((key) => ({
        head: say(`columns.${key}`),
        ...share,
      })),
    ],
    rows: groups.flatMap(({ group, trend: { quarters, chart } }) =>
      quarters.map(({ quarter, departures, rate }) => [
        ...[group, quarterInWords(quarter, locale), departures, rate],
        ...(chart === null ? ["", ""] : [chart.lower, chart.upper]),
      ]),
    ),
  };
}

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
