import { isDone, leavesSealed, type RoundState } from "@/lib/rounds/state";

/**
 * Why a report tells nothing of its own quarter's answers. `not-opened`: the day of the report came first.
 * `keys-lost`: nobody can open them any more. `left-sealed`: more came in than credentials were given out.
 * `too-few`: they wait for the next quarter.
 */
export const ANSWERS_MISSING = ["not-opened", "keys-lost", "left-sealed", "too-few"] as const;
export type AnswersMissing = (typeof ANSWERS_MISSING)[number];

export type AnswersOfRound = {
  readonly state: RoundState;
  readonly issued: number | null;
  readonly received: number | null;
  readonly counted: number | null;
};

/** What stands in the report in place of a round's answers; null when they were counted. */
export function answersMissing(round: AnswersOfRound): AnswersMissing | null {
  const { state, issued, received, counted } = round;
  if (!isDone(state)) return "not-opened";
  if (state === "set-aside") return leavesSealed(received, issued) ? "left-sealed" : "keys-lost";
  return counted === 0 ? "too-few" : null;
}
