import { type ActionState, inPlanOrder } from "@/lib/actions/action";
import type { ActionSteps, ToldAction } from "@/lib/actions/history";
import { type Explanation, hasExpired, inLedgerOrder } from "@/lib/explanations/explanation";
import type { Day } from "@/lib/quarters/quarter";
import type { ReportFacts } from "@/lib/reports/facts";
import { isInScope, scopeOf } from "@/lib/reports/scope";
import type {
  ReportPeriod,
  ReportRate,
  ReportUnit,
  TurnoverPart,
  VerdictChange,
} from "@/lib/reports/turnover-shape";
import { changeBetween } from "@/lib/turnover/change";
import type { Comparison } from "@/lib/turnover/comparison";
import { meanHeadcount } from "@/lib/turnover/exposure";
import type { Overview } from "@/lib/turnover/overview";
import type { PeriodTurnover, Rate } from "@/lib/turnover/period";
import type { TurnoverPolicy } from "@/lib/turnover/policy";
import { BEYOND, expectedAboveByChance } from "@/lib/turnover/prediction";
import type { UnitSummary } from "@/lib/turnover/summary";

/** Turnover, verdicts, explanations and actions as the report freezes them. */
export function turnoverPart(facts: ReportFacts): TurnoverPart {
  const { overview, before, lastDue, yearBefore } = facts;
  const { policy } = overview;
  const scope = scopeOf(overview.units);
  const inScope = overview.units.filter((unit) => isInScope(unit, scope));
  const compared = inScope.filter(
    ({ comparison }) => comparison[policy.reading].kind === "compared",
  ).length;
  return {
    asOf: overview.asOf,
    policy: { ...policy },
    scope,
    scopeUnits: inScope.length,
    compared,
    aboveByChance: expectedAboveByChance(compared, BEYOND["95"]),
    region: {
      last12: periodOf(overview.last12),
      change: changeBetween(yearBefore, overview.last12, policy.reading),
    },
    units: overview.units
      .filter((unit) => isNamed(unit, policy))
      .map((unit) => unitOf(unit, isInScope(unit, scope), facts)),
    since:
      before === null || lastDue === null
        ? null
        : { day: lastDue, changes: [...changesBetween(before, overview, scope)] },
  };
}

/** A unit that the policy flags, that the other reading of the rule would flag, or that has a signal. */
function isNamed(unit: UnitSummary, policy: TurnoverPolicy): boolean {
  const rule = unit.rule[policy.reading];
  return (
    unit.verdict.word !== "neither" || rule.eachYear === "flagged" || rule.pooled === "flagged"
  );
}

function unitOf(unit: UnitSummary, inScope: boolean, facts: ReportFacts): ReportUnit {
  const { reading } = facts.overview.policy;
  const due = facts.round.publishes;
  const own = <T extends { readonly unitCode: string }>(rows: readonly T[]) =>
    rows.filter(({ unitCode }) => unitCode === unit.code);
  return {
    code: unit.code,
    name: unit.name,
    inScope,
    staff: unit.staff,
    years: unit.years.map((year) => ({ year: year.year, ...periodOf(year) })),
    pooled: periodOf(unit.pooled),
    breaks: unit.breaks.map(({ month }) => ({ month })),
    rule: unit.rule[reading],
    flagged: unit.flagged,
    verdict: unit.verdict,
    comparison: comparisonOf(unit.comparison[reading]),
    explanations: explanationsOf(own(facts.explanations), due),
    actions: actionsOf(own(facts.actions), due),
  };
}

function explanationsOf(rows: readonly Explanation[], due: Day): ReportUnit["explanations"] {
  const known = inLedgerOrder(rows.filter(({ notedOn }) => notedOn <= due));
  return known.map(({ what, who, notedOn, evidence, appliesFrom, expires }) => ({
    ...{ what, who, notedOn, evidence, appliesFrom, expires },
    expired: hasExpired({ expires }, due),
  }));
}

function actionsOf(rows: readonly ToldAction[], due: Day): ReportUnit["actions"] {
  const decided = rows.filter(({ decidedOn }) => decidedOn <= due);
  return inPlanOrder(decided.map((row) => ({ ...row, state: stateOn(row, due) }))).map(
    ({ what, who, decidedOn, due: followUp, control, state, ...steps }) => ({
      ...{ what, who, decidedOn, due: followUp, control, state },
      ...stepsUpTo(steps, due),
    }),
  );
}

const STEPS = ["notedOn", "begunOn", "followedUpOn", "doneOn"] as const;

/** What was signed after the report's day is not in it. */
function stepsUpTo(steps: Partial<ActionSteps>, due: Day) {
  const told = STEPS.flatMap((step) => {
    const on = steps[step] ?? null;
    return on === null || on > due ? [] : [[step, on] as const];
  });
  return Object.fromEntries(told);
}

/** How far it had come on a day. */
function stateOn({ state, begunOn = null, doneOn = null }: ToldAction, day: Day): ActionState {
  if (doneOn !== null && day < doneOn)
    return begunOn !== null && begunOn <= day ? "ongoing" : "planned";
  return begunOn !== null && day < begunOn ? "planned" : state;
}

function comparisonOf(comparison: Comparison): ReportUnit["comparison"] {
  if (comparison.kind === "not-compared") return comparison;
  const { kind, observed, expected, above } = comparison;
  return { kind, observed, expected, above };
}

function periodOf({ window, exposure, departures, rates }: PeriodTurnover): ReportPeriod {
  return {
    from: window.from,
    to: window.to,
    mean: typeof exposure === "string" ? null : meanHeadcount(exposure),
    departures: { ...departures },
    rates: { external: rateOf(rates.external), externalExcl: rateOf(rates.externalExcl) },
  };
}

function rateOf(rate: Rate): ReportRate {
  if (rate.kind === "no-rate") return rate;
  return { kind: "rate", value: rate.value, ...rate.interval };
}

/** Every change of verdict, both ways, in the order of the units' names. */
function changesBetween(
  before: Overview,
  now: Overview,
  scope: string | null,
): readonly VerdictChange[] {
  const names = new Map([...before.units, ...now.units].map((unit) => [unit.code, unit]));
  const wordIn = ({ units }: Overview) => {
    const words = new Map(units.map(({ code, verdict }) => [code, verdict.word]));
    return (code: string) => words.get(code) ?? null;
  };
  const [was, is] = [wordIn(before), wordIn(now)];
  return [...names.values()]
    .toSorted((a, b) => SWEDISH.compare(a.name, b.name))
    .map((unit) => {
      const { code, name } = unit;
      return { code, name, inScope: isInScope(unit, scope), from: was(code), to: is(code) };
    })
    .filter(({ from, to }) => (from ?? "neither") !== (to ?? "neither"));
}

const SWEDISH = new Intl.Collator("sv");
