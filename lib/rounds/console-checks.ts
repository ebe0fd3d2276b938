import type { ConsoleFacts, ConsoleRound } from "./console-facts";
import { isDone, leavesSealed } from "./state";

/** What must hold before the report is published, in the order it is solved. */
export const CHECKS = [
  "late",
  "given-up",
  "mixed",
  "set-aside",
  "received",
  "issuer-key",
  "custodian-keys",
  "manifest",
  "next",
  "audit",
  "turnover",
  "comment",
  "texts",
  "log",
  "overdue",
] as const;
export type CheckId = (typeof CHECKS)[number];
export type CheckState = "blocks" | "done" | "later";
export type Check = { readonly id: CheckId; readonly state: CheckState };

const hasStopped = ({ state }: ConsoleRound) => state === "closed" || isDone(state);

const moreThanIssued = ({ round, received }: ConsoleFacts) => leavesSealed(received, round.issued);

/** The day of the report has come, and the answers are not there: it goes out without them. */
export const isLate = ({ round, today }: Pick<ConsoleFacts, "round" | "today">) =>
  !isDone(round.state) && round.publishes <= today;

const stateWhen = (settled: boolean, holds: boolean): CheckState => {
  if (!settled) return "later";
  return holds ? "done" : "blocks";
};

const CHECK: Record<CheckId, (facts: ConsoleFacts) => CheckState> = {
  late: () => "done",
  "given-up": () => "done",
  mixed: ({ round }) => (round.state === "mixed" ? "done" : "blocks"),
  "set-aside": ({ round }) => (round.state === "set-aside" ? "done" : "blocks"),
  received: (facts) =>
    stateWhen(hasStopped(facts.round) && facts.received !== null, !moreThanIssued(facts)),
  "issuer-key": ({ round, issuerKeyHere }) => stateWhen(hasStopped(round), !issuerKeyHere),
  // A key on the other custodian's machine opens nothing by itself: it is told, and nothing waits for it.
  "custodian-keys": ({ round, custodianKeysHere, custodianKeysGone }) =>
    stateWhen(
      round.state === "mixed" && (custodianKeysGone || custodianKeysHere.includes(true)),
      !custodianKeysHere.includes(true),
    ),
  manifest: ({ asLogged }) => (asLogged ? "done" : "blocks"),
  next: ({ next }) => (next === "missing" ? "blocks" : "done"),
  audit: ({ round, leak }) => {
    if (leak !== null) return "blocks";
    return round.state === "mixed" ? "done" : "later";
  },
  turnover: (facts) =>
    facts.turnoverKnown ? "done" : stateWhen(isDone(facts.round.state) || isLate(facts), false),
  // Publication never waits for HR: a comment that is not there is no blocker.
  comment: ({ commented }) => (commented ? "done" : "later"),
  // Nor for the comments: what is read later stands in the next report.
  texts: () => "later",
  log: ({ logHolds }) => (logHolds ? "done" : "blocks"),
  overdue: () => "blocks",
};

/** Told after a try at publishing, which decides anew each time: they take nobody's button away. */
const TOLD_AFTERWARDS: readonly CheckId[] = ["audit", "overdue"];

/** Whether a check that does not hold stops a try at publishing. */
export const stopsPublishing = ({ id, state }: Check): boolean =>
  state === "blocks" && !TOLD_AFTERWARDS.includes(id);

/** What is asked of a quarter's answers, and what is asked instead when the report goes out without them. */
const OF_ANSWERS = {
  counted: ["mixed", "received", "custodian-keys", "audit", "next"],
  sealed: ["set-aside", "next"],
  late: ["late"],
  lost: ["given-up"],
} as const satisfies Record<string, readonly CheckId[]>;

function askedOfAnswers(facts: ConsoleFacts): readonly CheckId[] {
  if (facts.givenUp) return OF_ANSWERS.lost;
  if (isLate(facts)) return OF_ANSWERS.late;
  return moreThanIssued(facts) ? OF_ANSWERS.sealed : OF_ANSWERS.counted;
}

/** The check list before publication. */
export function roundChecks(facts: ConsoleFacts): readonly Check[] {
  const asked = askedOfAnswers(facts);
  const others: readonly CheckId[] = Object.values(OF_ANSWERS).flat();
  const only: Partial<Record<CheckId, boolean>> = {
    texts: facts.texts !== null,
    overdue: facts.overdue,
    ...(facts.leak === null ? {} : { audit: true }),
  };
  const isAsked = (id: CheckId) => only[id] ?? (asked.includes(id) || !others.includes(id));
  return CHECKS.filter(isAsked).map((id) => ({ id, state: CHECK[id](facts) }));
}
