import { PLANNING_RESPONSE_RATE } from "@/lib/turnover/forecast";

/** A unit on the way: whether it takes part, and when it can be expected to have a result of its own. */
export type StepUnit = {
  readonly takingPart: boolean;
  /** Resigned or retired in the last twelve months: those who are always invited. */
  readonly leavers: number;
  /** Has a result of its own now. */
  readonly own: boolean;
  /** Months until it can be expected to have one by what is decided; null when it is not. */
  readonly months: number | null;
};

/** What a group of units amounts to, as the report's third section and HR's plan tell it. */
export type StepFigures = {
  readonly units: number;
  readonly takingPart: number;
  readonly leavers: number;
  /** Answers a year at the planning response rate. */
  readonly planned: number;
  readonly own: number;
  readonly within: { readonly one: number; readonly three: number; readonly five: number };
};

/** Adds up units. A result that has come stays, also when its unit takes part no more. */
export function stepFigures(units: readonly StepUnit[]): StepFigures {
  const taking = units.filter(({ takingPart }) => takingPart);
  const own = units.filter((unit) => unit.own).length;
  const within = (months: number) =>
    own + units.filter((unit) => !unit.own && unit.months !== null && unit.months <= months).length;
  const leavers = units.reduce((sum, unit) => sum + unit.leavers, 0);
  return {
    units: units.length,
    takingPart: taking.length,
    leavers,
    planned: Math.round(leavers * PLANNING_RESPONSE_RATE),
    own,
    within: { one: within(12), three: within(36), five: within(60) },
  };
}
