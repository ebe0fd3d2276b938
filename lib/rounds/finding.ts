import { isLate } from "./console-checks";
import type { ConsoleFacts } from "./console-facts";
import type { StepBlocker } from "./console-steps";
import { leavesSealed, type RoundState } from "./state";

/** What a round's page says first; the page words it. */
export type RoundFinding =
  | "planned"
  | "open"
  | "openEarly"
  | "agreedEarly"
  | "closable"
  | "closeBlocked"
  | "grace"
  | "stoppable"
  | "mixing"
  | "mixBlocked"
  | "mixable"
  | "settable"
  | "publishBlocked"
  | "publishable"
  | "published"
  | "setAside"
  | "givenUp"
  | "late";

type Decide = (facts: ConsoleFacts, blockers: readonly StepBlocker[]) => RoundFinding;

const whileIssuing: Decide = ({ round, today, demo, endsEarly }, blockers) => {
  if (blockers.includes("next-round-missing")) return "closeBlocked";
  if (today > round.issuingStops) return "closable";
  if (endsEarly) return "agreedEarly";
  return demo ? "openEarly" : "open";
};

const FINDING: Record<RoundState, Decide> = {
  planned: () => "planned",
  issuing: whileIssuing,
  grace: (_, blockers) => (blockers.length > 0 ? "grace" : "stoppable"),
  closed: (facts, blockers) => {
    if (facts.mixing) return "mixing";
    if (isLate(facts) && !facts.published) return "late";
    if (blockers.length > 0) return "mixBlocked";
    return leavesSealed(facts.received, facts.round.issued) ? "settable" : "mixable";
  },
  mixed: ({ published }, blockers) => {
    if (published) return "published";
    return blockers.length > 0 ? "publishBlocked" : "publishable";
  },
  "set-aside": ({ givenUp }) => (givenUp ? "givenUp" : "setAside"),
};

/** The finding that a round's page begins with. `blockers`: of the step that is next. */
export function roundFinding(facts: ConsoleFacts, blockers: readonly StepBlocker[]): RoundFinding {
  return FINDING[facts.round.state](facts, blockers);
}
