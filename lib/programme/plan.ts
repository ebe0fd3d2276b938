import { type Quarter, quartersBetween, shiftQuarter } from "@/lib/quarters/quarter";
import { type Programme, participants } from "./programme";
import { SCOPES, type Scope, takesPart } from "./scope";
import { type StepFigures, stepFigures } from "./step";

/** A unit as the plan sees it. */
export type PlanUnit = {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly predecessors: readonly string[];
  /** A centre that the motion's rule flags now. */
  readonly flagged: boolean;
  readonly staff: number | null;
  /** Resigned or retired in the last twelve months. */
  readonly leavers: number;
  readonly own: boolean;
  /** Months until a result of its own, if it takes part now; null when nobody is expected to leave. */
  readonly left: number | null;
  /** Months of taking part that gather enough answers; null when nobody is expected to leave. */
  readonly gathers: number | null;
};

export type PlanFacts = {
  readonly units: readonly PlanUnit[];
  readonly programme: Programme;
  /** The last quarter whose answers were mixed, or the one before the first: plans begin after it. */
  readonly quarter: Quarter;
  /** When the wider steps would be taken, where they are not decided. */
  readonly proposed: Readonly<Partial<Record<Scope, Quarter>>>;
};

/** `now`: takes part. `decided`, `proposed`: from a later quarter. `later`: in no step of this plan. */
export type UnitState = "now" | "decided" | "proposed" | "later";

/** One unit's way: when it joins, and when it can be expected to have a result of its own. */
export type UnitPlan = PlanUnit & {
  readonly state: UnitState;
  /** Null: it takes part already, or never joins. */
  readonly joins: Quarter | null;
  /** It takes part now, and a coming decision leaves it out from this quarter; null when none does. */
  readonly until: Quarter | null;
  /** From the plan's quarter; null when it never joins or nobody is expected to leave. */
  readonly months: number | null;
  /** `never`: answers are destroyed before they are enough, after five years. */
  readonly showable: Quarter | "now" | "never" | null;
};

/** Totals that have waited so long are destroyed. */
const MOST_MONTHS = 60;
const QUARTER_MONTHS = 3;

/** How far a plan reaches, in quarters. */
export const HORIZON = 20;

/** Every unit's way through the steps. */
export function unitPlans(facts: PlanFacts): readonly UnitPlan[] {
  const quarters = quartersAhead(facts);
  return facts.units.map((unit) => {
    const way = { ...joining(unit, quarters), until: leaving(unit, quarters) };
    const months = monthsOf(unit, way, facts.quarter);
    return { ...unit, ...way, months, showable: showable(unit, months, facts.quarter) };
  });
}

/** Whether a unit takes part in the plan's first quarter. */
export function takesPartNow({ state, until }: Pick<UnitPlan, "state" | "until">): boolean {
  return state === "now" || until !== null;
}

/** One quarter of the plan: whether a unit takes part by decision, and whether it is proposed to. */
type Ahead = {
  readonly at: Quarter;
  readonly isDecided: (unit: PlanUnit) => boolean;
  readonly isProposed: (unit: PlanUnit) => boolean;
};

/** The quarters of the plan, the farthest first. What is the same for every unit is asked once: there may be thousands. */
function quartersAhead(facts: PlanFacts): readonly Ahead[] {
  const isProposed = proposedIn(facts);
  return Array.from({ length: HORIZON + 1 }, (_, i) => {
    const at = shiftQuarter(facts.quarter, HORIZON + 1 - i);
    const takes = participants(facts.programme, at);
    return { at, isDecided: ({ code }) => takes(code), isProposed: (unit) => isProposed(unit, at) };
  });
}

/** The first quarter from which a unit stays in: one that a later decision leaves out does not count as in. */
function joining(unit: PlanUnit, quarters: readonly Ahead[]): Pick<UnitPlan, "state" | "joins"> {
  let found: Pick<UnitPlan, "state" | "joins"> = { state: "later", joins: null };
  for (const { at, isDecided, isProposed } of quarters) {
    const decided = isDecided(unit);
    if (!decided && !isProposed(unit)) return found;
    found = { state: decided ? "decided" : "proposed", joins: at };
  }
  return found.state === "decided" ? { state: "now", joins: null } : found;
}

/** The first quarter that leaves out a unit which is in when the plan begins. */
function leaving(unit: PlanUnit, quarters: readonly Ahead[]): Quarter | null {
  const isOut = ({ isDecided, isProposed }: Ahead) => !isDecided(unit) && !isProposed(unit);
  const out = quarters.findLast(isOut);
  return out === undefined || out === quarters.at(-1) ? null : out.at;
}

function proposedIn({ proposed, programme, units }: PlanFacts) {
  const flagged = units.filter((one) => one.flagged).map(({ code }) => code);
  const steps = SCOPES.flatMap((scope) => {
    const from = proposed[scope];
    return from === undefined ? [] : [{ from, rule: { scope, units: flagged } }];
  });
  return (unit: PlanUnit, at: Quarter) =>
    steps.some(({ from, rule }) => from <= at && takesPart(unit, rule, programme.centres));
}

/** A result that comes before a unit is left out comes all the same; else what counts is when it joins. */
function monthsOf(
  unit: PlanUnit,
  { state, joins, until }: Pick<UnitPlan, "state" | "joins" | "until">,
  quarter: Quarter,
): number | null {
  if (state === "now") return unit.left;
  const within = until === null ? 0 : (quartersBetween(quarter, until) - 1) * QUARTER_MONTHS;
  if (unit.left !== null && unit.left <= within) return unit.left;
  return monthsFrom(unit, joins, quarter);
}

/** A quarter's answers are counted when it is mixed, so the first that a unit takes part in gives three months. */
function monthsFrom(unit: PlanUnit, joins: Quarter | null, quarter: Quarter): number | null {
  if (joins === null || unit.gathers === null) return null;
  const before = (quartersBetween(quarter, joins) - 1) * QUARTER_MONTHS;
  return before + Math.max(QUARTER_MONTHS, unit.gathers);
}

function showable(unit: PlanUnit, months: number | null, quarter: Quarter): UnitPlan["showable"] {
  if (unit.own) return "now";
  if (unit.gathers !== null && unit.gathers > MOST_MONTHS) return "never";
  if (months === null) return null;
  return shiftQuarter(quarter, Math.ceil(months / QUARTER_MONTHS));
}

/** A step of the motion: its units, from when all of them take part, and whether that is decided. */
export type PlanStep = StepFigures & {
  readonly scope: Scope;
  readonly state: UnitState;
  readonly from: Quarter | null;
};

/** The three steps, each with the ones before in it. Results are counted as they come by the plan. */
export function planSteps(
  plans: readonly UnitPlan[],
  { programme }: PlanFacts,
): readonly PlanStep[] {
  const flagged = plans.filter((one) => one.flagged).map(({ code }) => code);
  return SCOPES.map((scope) => {
    const mine = plans.filter((unit) =>
      takesPart(unit, { scope, units: flagged }, programme.centres),
    );
    const last = mine.toSorted(byJoining).at(-1);
    const figures = stepFigures(
      mine.map(({ state, until, leavers, own, months }) => ({
        takingPart: state !== "later" || until !== null,
        ...{ leavers, own, months },
      })),
    );
    const taking = mine.filter(takesPartNow).length;
    return {
      ...figures,
      scope,
      takingPart: taking,
      state: last?.state ?? "later",
      from: last?.joins ?? null,
    };
  });
}

const ORDER: readonly UnitState[] = ["now", "decided", "proposed", "later"];

/** Who takes part first comes first; what is only proposed comes after what is decided for the same quarter. */
function byJoining(a: UnitPlan, b: UnitPlan): number {
  if (a.state === "later" || b.state === "later") {
    return ORDER.indexOf(a.state) - ORDER.indexOf(b.state);
  }
  const when = (a.joins ?? "").localeCompare(b.joins ?? "");
  return when || ORDER.indexOf(a.state) - ORDER.indexOf(b.state);
}
