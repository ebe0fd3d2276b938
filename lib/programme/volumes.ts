import { type Quarter, quartersBetween, shiftQuarter } from "@/lib/quarters/quarter";
import { PLANNING_RESPONSE_RATE } from "@/lib/turnover/forecast";
import { BEYOND, lowerLimitAt, upperLimitAt } from "@/lib/turnover/prediction";
import { HORIZON, type UnitPlan } from "./plan";

/** A number that chance plays with, and what it keeps within 95 times of 100. */
export type Expected = { readonly expected: number; readonly low: number; readonly high: number };

/** One quarter of a plan. */
export type QuarterPlan = {
  readonly quarter: Quarter;
  /** Units that take part by decision, and with what is proposed. */
  readonly decided: number;
  readonly covered: number;
  /** Units that have a result of their own by its end, as expected. */
  readonly own: number;
  readonly invited: Expected;
  readonly answers: Expected;
};

/**
 * What a plan comes to, quarter by quarter from the one after `quarter`. People leave independently of each
 * other, so that a sum of units is Poisson about its expected number: the last twelve months', a quarter at a time.
 */
export function quarterPlans(plans: readonly UnitPlan[], quarter: Quarter): readonly QuarterPlan[] {
  return Array.from({ length: HORIZON }, (_, i) => {
    const at = shiftQuarter(quarter, i + 1);
    const taking = plans.filter((unit) => isIn(unit, at));
    const leavers = taking.reduce((sum, unit) => sum + unit.leavers, 0) / 4;
    return {
      quarter: at,
      decided: taking.filter((unit) => unit.state !== "proposed" || staysTo(unit, at)).length,
      covered: taking.length,
      own: plans.filter((unit) => hasResult(unit, at, quarter)).length,
      invited: likely(leavers),
      answers: likely(leavers * PLANNING_RESPONSE_RATE),
    };
  });
}

function isIn(unit: UnitPlan, at: Quarter): boolean {
  const { state, joins } = unit;
  return state === "now" || staysTo(unit, at) || (joins !== null && joins <= at);
}

/** A unit that a coming decision leaves out takes part until then. */
function staysTo({ until }: UnitPlan, at: Quarter): boolean {
  return until !== null && at < until;
}

function hasResult({ showable, months }: UnitPlan, at: Quarter, quarter: Quarter): boolean {
  if (showable === "now") return true;
  if (showable === null || showable === "never" || months === null) return false;
  return quartersBetween(quarter, at) >= quartersBetween(quarter, showable);
}

/** A Poisson number: what it is expected to be, and the whole numbers that hold it 95 times of 100. */
export function likely(expected: number): Expected {
  if (expected === 0) return { expected, low: 0, high: 0 };
  const below = lowerLimitAt(expected, BEYOND["95"]);
  return {
    expected,
    low: below === null ? 0 : Math.floor(below) + 1,
    high: Math.ceil(upperLimitAt(expected, BEYOND["95"])) - 1,
  };
}
