import type { Day, Quarter } from "@/lib/quarters/quarter";
import type { RoundState } from "./state";

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
  /** Two people have agreed that it ends before its last day. */
  readonly endsEarly: boolean;
  /** The quarter after: not planned, planned but not open, or open (or past). */
  readonly next: "missing" | "planned" | "open";
  readonly earlierUnmixed: boolean;
  /** Answers in the inbox; known when receiving has stopped, and for the whole round only. */
  readonly received: number | null;
  readonly issuerKeyHere: boolean;
  /** Custodian 1 and 2: whether their private key for this round lies here. */
  readonly custodianKeysHere: readonly [boolean, boolean];
  /** The public log tells that both custodians' keys for this round are gone, wherever they lay. */
  readonly custodianKeysGone: boolean;
  readonly mixing: boolean;
  /** The manifest is the one that the public log names. */
  readonly asLogged: boolean;
  readonly logHolds: boolean;
  /** Headcounts for the quarter's last month have been imported: no report without turnover. */
  readonly turnoverKnown: boolean;
  /** HR has signed a comment to the quarter's report. */
  readonly commented: boolean;
  /** Comments that are being read, and wait for their first or second reader; null when none are. */
  readonly texts: { readonly first: number; readonly second: number } | null;
  /** The round's keys are lost, and its answers were given up. */
  readonly givenUp: boolean;
  /** A report is out that says of the round's answers what is true now. */
  readonly published: boolean;
  /** What the attacker of releases stopped: the mix that should count the answers, or the report. */
  readonly leak: "mix" | "report" | null;
  /** The report should have gone out by itself, and did not. */
  readonly overdue: boolean;
};
