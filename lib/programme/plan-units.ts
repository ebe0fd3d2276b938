import type { Quarter } from "@/lib/quarters/quarter";
import { type ForecastFacts, monthsToOwnResult } from "@/lib/reports/gathering";
import { isInScope } from "@/lib/reports/scope";
import { monthsToAnswers } from "@/lib/turnover/forecast";
import { lastDayOfMonth, type Month, monthsUpTo } from "@/lib/turnover/month";
import type { UnitSummary } from "@/lib/turnover/summary";
import type { UnitMonths } from "@/lib/turnover/unit-months";
import type { PlanUnit } from "./plan";
import { joinedIn, type Programme } from "./programme";

/** The kinds that are always invited. */
const INVITED: readonly string[] = ["resignation", "retirement"];

/** What the plan's units are read from. */
export type PlanSources = {
  readonly units: readonly UnitMonths[];
  /** Of the open units, as of `asOf`. */
  readonly summaries: readonly UnitSummary[];
  readonly asOf: Month;
  readonly programme: Programme;
  /** The last mixed quarter. */
  readonly quarter: Quarter;
  readonly rounds: ForecastFacts["rounds"];
  readonly limits: ForecastFacts["round"]["limits"];
  /** Codes of units whose leavers have a result of their own. */
  readonly shown: ReadonlySet<string>;
};

/** The open units as the plan sees them: by the report's own forecast. */
export function planUnits(sources: PlanSources): readonly PlanUnit[] {
  const { units, summaries, asOf, programme, quarter, rounds, limits, shown } = sources;
  const { from } = monthsUpTo(asOf, 12);
  const until = lastDayOfMonth(asOf);
  const joined = units.flatMap(({ code }): [string, Quarter | null][] => {
    const since = joinedIn(programme, code, quarter);
    return since === undefined ? [] : [[code, since]];
  });
  const facts = { round: { limits }, rounds, quarter, programme: Object.fromEntries(joined) };
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  return summaries.map((summary) => {
    const { code, name, kind, staff } = summary;
    const flagged = summary.flagged && isInScope(summary, programme.centres);
    const unit = byCode.get(code);
    const left = unit?.departures.filter(
      ({ lastDay, kind: how }) =>
        INVITED.includes(how) && `${from}-01` <= lastDay && lastDay <= until,
    );
    const rate = summary.pooled.rates.externalExcl;
    return {
      ...{ code, name, kind, staff, flagged },
      predecessors: unit?.predecessors ?? [],
      leavers: left?.length ?? 0,
      own: shown.has(code),
      left: monthsToOwnResult(summary, facts),
      gathers:
        staff === null || rate.kind === "no-rate"
          ? null
          : monthsToAnswers(limits.k, staff, rate.value),
    };
  });
}
