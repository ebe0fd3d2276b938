import type { Decision } from "@/lib/programme/decision";
import {
  type PlanFacts,
  type PlanStep,
  planSteps,
  type UnitPlan,
  unitPlans,
} from "@/lib/programme/plan";
import { ruleAt, type Scope } from "@/lib/programme/scope";
import { type QuarterPlan, quarterPlans } from "@/lib/programme/volumes";
import { type Quarter, shiftQuarter } from "@/lib/quarters/quarter";
import type { Month } from "@/lib/turnover/month";

/** What the page about the programme shows, and the proposal and files with it. */
export type ProgrammeView = {
  readonly decisions: readonly Decision[];
  /** The decision that holds in the quarter people answer in now; null before any. */
  readonly now: Decision | null;
  /** The scopes that are not reached by decision: what the plan can propose. */
  readonly open: readonly Scope[];
  readonly proposed: PlanFacts["proposed"];
  /** Cost of an answer, whole kronor: as asked for, else as last decided. */
  readonly cost: number | null;
  readonly quarter: Quarter;
  readonly asOf: Month;
  readonly k: number;
  readonly steps: readonly PlanStep[];
  readonly units: readonly UnitPlan[];
  readonly quarters: readonly QuarterPlan[];
};

type Sources = Omit<PlanFacts, "proposed"> & {
  readonly decisions: readonly Decision[];
  readonly asOf: Month;
  readonly k: number;
  /** From the address; what is not open is left out. */
  readonly asked: Readonly<Partial<Record<Scope, Quarter>>>;
  readonly cost: number | null | undefined;
};

/** Quarters from the first that a plan can begin with until the wider steps are proposed, when nothing is asked for. */
const LATER: Readonly<Record<Scope, number>> = {
  "flagged-centres": 0,
  "all-centres": 4,
  "all-units": 8,
};

export function programmeView(sources: Sources): ProgrammeView {
  const { decisions, quarter, asOf, k, asked, cost } = sources;
  const undecided = planSteps(unitPlans({ ...sources, proposed: {} }), {
    ...sources,
    proposed: {},
  });
  const open = undecided.filter(({ state }) => state === "later").map(({ scope }) => scope);
  const first = shiftQuarter(quarter, 2);
  const proposed = Object.fromEntries(
    open.map((scope) => [scope, asked[scope] ?? shiftQuarter(first, LATER[scope])]),
  );
  const facts: PlanFacts = { ...sources, proposed };
  const units = unitPlans(facts);
  const current = ruleAt(decisions, shiftQuarter(quarter, 1));
  return {
    ...{ decisions, open, proposed, quarter, asOf, k, units },
    now: decisions.find(({ number }) => number === current?.number) ?? null,
    cost: cost === undefined ? (decisions.at(-1)?.cost ?? null) : cost,
    steps: planSteps(units, facts),
    quarters: quarterPlans(units, quarter),
  };
}
