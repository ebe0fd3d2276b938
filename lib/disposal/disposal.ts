import { MAX_QUARTERS } from "@/lib/disclosure/limits";
import type { Term } from "./term";

/** Who carries a rule out: this part's own job and `sorti purge`, a step of a round, or something outside. */
type By =
  | "purge"
  | "close"
  | "mix"
  | "coding"
  | "queue"
  | "reader"
  | "server"
  | "command"
  | "nobody";

/** A class of what is stored, where it lies, and when it goes. */
export type Disposal = {
  readonly id: string;
  readonly side: "employer" | "collector" | "each";
  /** Tables and columns; none for what lies in a file, in memory or with somebody else. */
  readonly where: readonly string[];
  readonly term: Term;
  readonly by: By;
};

/** How long things are kept, in the unit that their rule is written in. */
export const KEPT = {
  accessMonths: 24,
  talkYears: 1,
  /** A talk that somebody still waits for. */
  waitingTalkYears: 2,
  /** Files of the pick-up folder that were refused, and what else lies in the mailbox for returns. */
  refusedDays: 14,
  pseudonymYears: MAX_QUARTERS / 4,
} as const;

/** No term: the class stays, and the schedule says why. */
export const STAYS = { kind: "kept" } as const satisfies Term;

/** The access log's, on either side. */
export const VISITS = {
  kind: "time",
  n: KEPT.accessMonths,
  unit: "months",
  after: "visit",
} as const satisfies Term;
