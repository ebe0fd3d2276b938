import type { Say } from "@/components/hr/words";
import type { PlannedAction } from "@/lib/actions/action";
import type { Sheet } from "@/lib/downloads/sheet";
import type { Explanation } from "@/lib/explanations/explanation";

/** Unit code → its name. */
export type UnitNames = ReadonlyMap<string, string>;

const ACTION_HEADS = ["unit", "what", "who", "decidedOn", "due", "state", "control", "result"];
const EXPLANATION_HEADS = [
  ...["unit", "what", "who", "appliesFrom", "expires", "evidence", "notedOn"],
];

/** The action plan as a file, in the form of systematic work-environment management. Days as `2027-03-31`. */
export function actionSheet(
  actions: readonly PlannedAction[],
  names: UnitNames,
  title: string,
  say: Say,
): Sheet {
  return {
    title,
    columns: ACTION_HEADS.map((key) => ({ head: say(`file.${key}`) })),
    rows: actions.map(({ unitCode, what, who, decidedOn, due, state, control, result }) => [
      ...[names.get(unitCode) ?? unitCode, what, who, decidedOn, due],
      ...[say(`action.states.${state}`), control, result],
    ]),
  };
}

/** The ledger of natural explanations as a file. Days as `2027-03-31`. */
export function explanationSheet(
  explanations: readonly Explanation[],
  names: UnitNames,
  title: string,
  say: Say,
): Sheet {
  return {
    title,
    columns: EXPLANATION_HEADS.map((key) => ({ head: say(`file.${key}`) })),
    rows: explanations.map(({ unitCode, what, who, appliesFrom, expires, evidence, notedOn }) => [
      ...[names.get(unitCode) ?? unitCode, what, who, appliesFrom, expires, evidence, notedOn],
    ]),
  };
}
