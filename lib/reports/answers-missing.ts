import { isDone, leavesSealed, type RoundState } from "@/lib/rounds/state";

/**
 * Why a report tells nothing of its own quarter's answers. `not-opened`: the day of the report came before the
 * custodians had opened them. `audit-failed`: the mix found that its figures could give somebody away, and wrote none.
 * `keys-lost`: nobody can open them any more. `left-sealed`: more came in than credentials were given out.
 * `too-few`: they wait for the next quarter. `leak-found`: the report itself could give somebody away, so it shows no
 * answers of any quarter.
 */
export const ANSWERS_MISSING = [
  "not-opened",
  "audit-failed",
  "keys-lost",
  "left-sealed",
  "too-few",
  "leak-found",
] as const;
export type AnswersMissing = (typeof ANSWERS_MISSING)[number];

export type AnswersOfRound = {
  readonly state: RoundState;
  readonly issued: number | null;
  readonly received: number | null;
  readonly counted: number | null;
};

/** Why a mix stopped that wrote nothing, as far as a report tells it. */
export const STOPPED_BY_AUDIT = "audit-failed";

/**
 * What stands in the report in place of a round's answers; null when they were counted.
 *
 * @param stopped why the last mix of the round stopped; null when none did
 */
export function answersMissing(
  round: AnswersOfRound,
  stopped: string | null,
): AnswersMissing | null {
  const { state, issued, received, counted } = round;
  if (!isDone(state)) return stopped === STOPPED_BY_AUDIT ? "audit-failed" : "not-opened";
  if (state === "set-aside") return leavesSealed(received, issued) ? "left-sealed" : "keys-lost";
  return counted === 0 ? "too-few" : null;
}
