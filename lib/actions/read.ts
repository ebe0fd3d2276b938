import {
  type Answers,
  dayBetween,
  type EntryProblem,
  found,
  type ReadEntry,
  textProblem,
} from "@/lib/entries/answers";
import { type Day, shiftDay } from "@/lib/quarters/quarter";
import { ACTION_STATES, type PlannedAction, stateOf } from "./action";

export const ACTION_FIELDS = [
  "what",
  "who",
  "control",
  "decidedOn",
  "due",
  "state",
  "result",
  "reminds",
] as const;
export type ActionField = (typeof ACTION_FIELDS)[number];

/** What a person writes; unit and signature are added by whoever keeps it. */
export type ActionEntry = Omit<PlannedAction, "id" | "unitCode">;

/** Longest texts, in characters. */
export const MOST_ACTION = { what: 120, who: 80, control: 600, result: 600 } as const;

/** A follow-up further away than three years follows nothing up. */
const MOST_DAYS = 1096;

/**
 * The action in a form, or what is wrong with each field. What is done says what its control showed.
 * `today`: the day it is signed. `accounts`: ids of those who can be reminded.
 */
export function readAction(
  given: Answers<ActionField>,
  today: Day,
  accounts: readonly string[],
): ReadEntry<ActionEntry, ActionField> {
  const { what, who, control, decidedOn, due, state, result, reminds } = given;
  const problems = found({
    what: textProblem(what, MOST_ACTION.what),
    who: textProblem(who, MOST_ACTION.who),
    control: textProblem(control, MOST_ACTION.control),
    decidedOn: notAfter(decidedOn, today),
    due: dayBetween(due, decidedOn, shiftDay(today, MOST_DAYS)),
    state: ACTION_STATES.some((known) => known === state) ? null : "missing",
    result: resultProblem(result, state),
    reminds: reminds === "" || accounts.includes(reminds) ? null : "unknown",
  });
  if (Object.keys(problems).length > 0) return { problems };
  return { entry: { ...given, state: stateOf(state), reminds: reminds === "" ? null : reminds } };
}

function notAfter(day: Day, today: Day): EntryProblem | null {
  const problem = dayBetween(day, null, today);
  return problem === "too-far" ? "not-yet" : problem;
}

function resultProblem(result: string, state: string): EntryProblem | null {
  const problem = textProblem(result, MOST_ACTION.result);
  return problem === "missing" && state !== "done" ? null : problem;
}
