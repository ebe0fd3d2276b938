import { type ProgrammeView, programmeView } from "@/components/hr/programme/view";
import type { HrActor } from "@/lib/auth/actor";
import { FIRST_TERMS } from "@/lib/changes/terms";
import { programmeDecisions } from "@/lib/programme/data";
import { type Decision, readCost } from "@/lib/programme/decision";
import { type PlanSources, planUnits } from "@/lib/programme/plan-units";
import { programme } from "@/lib/programme/programme";
import { SCOPES, type Scope } from "@/lib/programme/scope";
import { isQuarter, type Quarter, quarterOf, shiftQuarter } from "@/lib/quarters/quarter";
import { dayAt } from "@/lib/quarters/today";
import { unitsWithAtoms } from "@/lib/releases/data";
import { allRounds } from "@/lib/rounds/data";
import { asOfMonth, reportMonth } from "@/lib/turnover/as-of";
import { policyFor, summariesOf, unitMonths, workedOut } from "@/lib/turnover/data";
import type { TurnoverPolicy } from "@/lib/turnover/policy";
import type { UnitMonths } from "@/lib/turnover/unit-months";

/** What the page's address asks of the plan. */
export type AskedPlan = Readonly<Record<string, string | string[] | null | undefined>>;

/** The programme and the plan that an address asks for, pages and files alike; null before anything was imported. */
export async function askedProgramme(
  actor: HrActor,
  asked: AskedPlan,
): Promise<ProgrammeView | null> {
  const today = dayAt(new Date());
  const [units, decisions, rounds, shown] = await Promise.all([
    unitMonths(actor),
    programmeDecisions(actor),
    allRounds(),
    unitsWithAtoms("leaver"),
  ]);
  const mixed = rounds.filter(({ state }) => state === "mixed").at(-1);
  // The figures of the latest report, where there is one.
  const asOf = mixed ? reportMonth(units, mixed.quarter) : asOfMonth(units, today);
  if (asOf === null) return null;
  const quarter = mixed?.quarter ?? shiftQuarter(quarterOf(today), -1);
  const facts = {
    ...{ asOf, quarter, decisions },
    policy: await policyFor(actor, asOf),
    limits: rounds.at(-1)?.manifest.limits ?? FIRST_TERMS,
    rounds: rounds.map((round) => ({
      ...{ quarter: round.quarter, received: null },
      k: round.manifest.limits.k,
    })),
    shown: [...shown].sort(),
    asked: { asked: askedQuarters(asked), cost: askedCost(asked["kostnad"]) },
  };
  return workedOut(units, ["programme", facts], () => viewOf(units, facts));
}

type Facts = Pick<PlanSources, "asOf" | "quarter" | "rounds" | "limits"> & {
  readonly decisions: readonly Decision[];
  readonly policy: TurnoverPolicy;
  readonly shown: readonly string[];
  readonly asked: Pick<Parameters<typeof programmeView>[0], "asked" | "cost">;
};

/** The same for every reader: nothing but these facts goes into it. */
function viewOf(units: readonly UnitMonths[], facts: Facts): ProgrammeView {
  const { asOf, quarter, decisions, policy, limits, rounds, shown, asked } = facts;
  const rules = programme(decisions, units);
  const sources = {
    ...{ units, asOf, programme: rules, quarter, limits, rounds, shown: new Set(shown) },
    summaries: summariesOf(units, asOf, policy),
  };
  return programmeView({
    ...{ decisions, quarter, asOf, programme: rules, k: limits.k, ...asked },
    units: planUnits(sources),
  });
}

function askedQuarters(asked: AskedPlan): Partial<Record<Scope, Quarter>> {
  const said = SCOPES.flatMap((scope): [Scope, Quarter][] => {
    const from = asked[scope];
    return typeof from === "string" && isQuarter(from) ? [[scope, from]] : [];
  });
  return Object.fromEntries(said);
}

/** Undefined when nothing is asked, or no number: then the last decision's cost stands. */
function askedCost(asked: AskedPlan[string]): number | null | undefined {
  return typeof asked === "string" ? readCost(asked) : undefined;
}
