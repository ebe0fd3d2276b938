import type { Quarter } from "@/lib/quarters/quarter";
import { type CheckId, isLate, roundChecks, stopsPublishing } from "./console-checks";
import type { ConsoleFacts, ConsoleRound } from "./console-facts";
import { isDone, type RoundState } from "./state";

export const STEPS = ["open", "close-issuing", "stop-receiving", "mix", "publish"] as const;
export type Step = (typeof STEPS)[number];

/** Why a step cannot be taken now; the page words it. */
export type StepBlocker =
  | "quarter-not-over"
  | "next-round-missing"
  | "grace-not-over"
  | "earlier-round-unmixed"
  | "custodian-key-missing"
  | "mix-running"
  | CheckId;

export type RoundStep = {
  readonly step: Step;
  readonly state: "done" | "now" | "later";
  /** Of the step that is next; an empty list is permission. */
  readonly blockers: readonly StepBlocker[];
};

const BLOCKERS: Record<Step, (facts: ConsoleFacts) => readonly (StepBlocker | false)[]> = {
  open: () => [],
  "close-issuing": ({ round, today, demo, endsEarly, next }) => [
    !demo && !endsEarly && today <= round.issuingStops && "quarter-not-over",
    next === "missing" && "next-round-missing",
  ],
  "stop-receiving": ({ round, now }) => [
    round.receivingStops !== null && now < round.receivingStops && "grace-not-over",
  ],
  mix: ({ demo, next, earlierUnmixed, custodianKeysHere, mixing }) => [
    mixing && "mix-running",
    earlierUnmixed && "earlier-round-unmixed",
    next === "missing" && "next-round-missing",
    demo && custodianKeysHere.includes(false) && "custodian-key-missing",
  ],
  publish: (facts) => roundChecks(facts).map((check) => stopsPublishing(check) && check.id),
};

/** The step that a round's state asks for; null when everything is done. */
function nextStep({ round, published }: ConsoleFacts): Step | null {
  const byState = {
    planned: "open",
    issuing: "close-issuing",
    grace: "stop-receiving",
    closed: "mix",
    mixed: published ? null : "publish",
    "set-aside": published ? null : "publish",
  } as const;
  return byState[round.state];
}

/** Publication on the day that was fixed waits for no other step. */
const published = (facts: ConsoleFacts) => (facts.published ? "done" : "now");

/** The round's steps in order: which are done, which is next, and what stands in its way. */
export function roundSteps(facts: ConsoleFacts): readonly RoundStep[] {
  const next = nextStep(facts);
  const at = next === null ? STEPS.length : STEPS.indexOf(next);
  return STEPS.map((step, i) => {
    // Publication is on the page from the beginning, with what stands in its way.
    const asked = i === at || (step === "publish" && i > at);
    const blockers = asked ? BLOCKERS[step](facts).filter((one) => one !== false) : [];
    if (step === "publish" && isLate(facts)) return { step, state: published(facts), blockers };
    if (i === at) return { step, state: "now", blockers };
    return { step, state: i < at ? "done" : "later", blockers };
  });
}

type Candidate = Pick<ConsoleRound, "quarter" | "state">;

/**
 * The round that the operator works with: the oldest that waits to be closed or mixed, else one that is
 * done but not published, else the one that is open, else the first that is planned. `rounds`: oldest first.
 */
export function roundAtWork<R extends Candidate>(
  rounds: readonly R[],
  published: ReadonlySet<Quarter>,
): R | null {
  const waiting = rounds.find(({ state }) => state === "grace" || state === "closed");
  const done = rounds.findLast(({ state }) => isDone(state));
  const unpublished = done && !published.has(done.quarter) ? done : undefined;
  const first = (state: RoundState) => rounds.find((round) => round.state === state);
  return waiting ?? unpublished ?? first("issuing") ?? first("planned") ?? done ?? null;
}
