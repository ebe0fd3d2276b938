import type { Day, Quarter } from "@/lib/quarters/quarter";
import { isDone, leavesSealed, type RoundState } from "./state";

/** What the operator may know of a round: its dates and, for the whole of it, how many. */
export type ConsoleRound = {
  readonly quarter: Quarter;
  readonly state: RoundState;
  /** Calendar days of the signed manifest. */
  readonly issuingStops: Day;
  readonly publishes: Day;
  /** When receiving stops, or did stop; null while issuing. */
  readonly receivingStops: Date | null;
  readonly issued: number | null;
};

/** Everything that decides what the operator may do next with a round. */
export type ConsoleFacts = {
  readonly round: ConsoleRound;
  readonly now: Date;
  readonly today: Day;
  /** Both parties in one process, for demonstration: a quarter may end early, both keys are here. */
  readonly demo: boolean;
  /** The quarter after: not planned, planned but not open, or open (or past). */
  readonly next: "missing" | "planned" | "open";
  readonly earlierUnmixed: boolean;
  /** Answers in the inbox; known when receiving has stopped, and for the whole round only. */
  readonly received: number | null;
  readonly issuerKeyHere: boolean;
  /** Custodian 1 and 2: whether their private key for this round lies here. */
  readonly custodianKeysHere: readonly [boolean, boolean];
  readonly mixing: boolean;
  /** The manifest is the one that the public log names. */
  readonly asLogged: boolean;
  readonly logHolds: boolean;
  /** Headcounts for the quarter's last month have been imported: no report without turnover. */
  readonly turnoverKnown: boolean;
  /** The round's keys are lost, and its answers were given up. */
  readonly givenUp: boolean;
  /** A report is out that says of the round's answers what is true now. */
  readonly published: boolean;
};

export const STEPS = ["open", "close-issuing", "stop-receiving", "mix", "publish"] as const;
export type Step = (typeof STEPS)[number];

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
  "log",
] as const;
export type CheckId = (typeof CHECKS)[number];
export type CheckState = "blocks" | "done" | "later";
export type Check = { readonly id: CheckId; readonly state: CheckState };

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
  "custodian-keys": ({ round, custodianKeysHere }) =>
    stateWhen(round.state === "mixed", !custodianKeysHere.includes(true)),
  manifest: ({ asLogged }) => (asLogged ? "done" : "blocks"),
  next: ({ next }) => (next === "missing" ? "blocks" : "done"),
  audit: ({ round }) => (round.state === "mixed" ? "done" : "later"),
  turnover: (facts) =>
    facts.turnoverKnown ? "done" : stateWhen(isDone(facts.round.state) || isLate(facts), false),
  log: ({ logHolds }) => (logHolds ? "done" : "blocks"),
};

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
  return CHECKS.filter((id) => asked.includes(id) || !others.includes(id)).map((id) => ({
    id,
    state: CHECK[id](facts),
  }));
}

const BLOCKERS: Record<Step, (facts: ConsoleFacts) => readonly (StepBlocker | false)[]> = {
  open: () => [],
  "close-issuing": ({ round, today, demo, next }) => [
    !demo && today <= round.issuingStops && "quarter-not-over",
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
  publish: (facts) => roundChecks(facts).map(({ id, state }) => state === "blocks" && id),
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

/** The steps of closing and mixing as the page shows them; the last five are those of a running mix. */
export const MIX_LIST = [
  "issuing",
  "receiving",
  "unlock",
  "peel",
  "open",
  "audit",
  "write",
  "destroy",
] as const;

/**
 * How many steps of MIX_LIST are done. `running`: the step that a running mix is at; null when none runs.
 * A mix that was interrupted counts for nothing: nothing was changed.
 */
export function mixStepsDone(
  { round, custodianKeysHere }: Pick<ConsoleFacts, "round" | "custodianKeysHere">,
  running: string | null,
): number {
  const before = { planned: 0, issuing: 0, grace: 1, closed: 2, "set-aside": 2 } as const;
  if (round.state === "mixed") return MIX_LIST.length - (custodianKeysHere.includes(true) ? 1 : 0);
  if (round.state !== "closed" || running === null) return before[round.state];
  const order: readonly string[] = MIX_LIST;
  return Math.max(order.indexOf(running), order.indexOf("peel"));
}
