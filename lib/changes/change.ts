import { z } from "zod";
import { type Day, isQuarter, type Quarter, shiftDay } from "@/lib/quarters/quarter";
import {
  FIRST_TERMS,
  LEAST_GRACE_DAYS,
  LEAST_K,
  MOST_GRACE_DAYS,
  MOST_K,
  type Terms,
} from "./terms";

export const WHATS = ["limits", "early-close"] as const;
export type What = (typeof WHATS)[number];

/**
 * proposed: waits for a second person · made: stronger, so that one person was enough · confirmed: by another ·
 * refused, withdrawn · expired: nobody decided in time.
 */
export const CHANGE_STATES = [
  "proposed",
  "made",
  "confirmed",
  "refused",
  "withdrawn",
  "expired",
] as const;
export type ChangeState = (typeof CHANGE_STATES)[number];

/** Other limits for rounds that are planned later, or an earlier last day for the one that is open. */
export type Wanted =
  | { readonly what: "limits"; readonly from: Terms; readonly to: Terms }
  | { readonly what: "early-close"; readonly quarter: Quarter };

export type Change = Wanted & {
  readonly number: number;
  readonly reason: string;
  /** An account's id, or who ran a command. */
  readonly proposedBy: string;
  readonly proposedOn: Day;
  readonly state: ChangeState;
  readonly decidedBy: string | null;
  readonly decidedOn: Day | null;
  readonly refusal: string | null;
  readonly told: boolean;
};

/** A change with the names of those who proposed and decided, as far as their accounts are known. */
export type NamedChange = Change & { readonly proposer: string; readonly decider: string | null };

/** A proposal that nobody has decided on for so many days is over: whoever agreed to it later has other facts. */
export const EXPIRES_AFTER_DAYS = 30;

/** The last day on which a proposal can be decided. */
export const lastDayFor = ({ proposedOn }: Pick<Change, "proposedOn">): Day =>
  shiftDay(proposedOn, EXPIRES_AFTER_DAYS);

/** Whether a proposal can still be decided. */
export function isWaiting(change: Pick<Change, "state" | "proposedOn">, today: Day): boolean {
  return change.state === "proposed" && today <= lastDayFor(change);
}

/** Whether a change holds: one person was enough, or two agreed. */
export const holds = ({ state }: Pick<Change, "state">): boolean =>
  state === "made" || state === "confirmed";

/** What a round that is planned now is planned with. `changes`: in the order of their numbers. */
export function termsIn(changes: readonly Change[]): Terms {
  const last = changes.findLast((one) => one.what === "limits" && holds(one));
  return last?.what === "limits" ? last.to : FIRST_TERMS;
}

/** The change by which two people let a round end before its last day; null when none did. */
export function earlyCloseOf(changes: readonly Change[], quarter: Quarter): Change | null {
  return (
    changes.find((one) => one.what === "early-close" && one.quarter === quarter && holds(one)) ??
    null
  );
}

const insiders = z.union([z.literal(0), z.literal(1)]);
const terms = (k: unknown, c: unknown, graceDays: unknown): Terms =>
  z
    .strictObject({
      k: z.int().min(LEAST_K).max(MOST_K),
      c: insiders,
      graceDays: z.int().min(LEAST_GRACE_DAYS).max(MOST_GRACE_DAYS),
    })
    .parse({ k, c, graceDays });

const quarter = z.custom<Quarter>((text) => typeof text === "string" && isQuarter(text));
const state = z.enum(CHANGE_STATES);

type Row = Omit<Change, "state" | "what"> & {
  readonly what: string;
  readonly state: string;
  readonly quarter: string | null;
} & Readonly<Record<"fromK" | "fromC" | "fromGraceDays" | "k" | "c" | "graceDays", number | null>>;

/** A change as it is stored. Throws when the row is none. */
export function changeOf(row: Row): Change {
  const { number, reason, proposedBy, proposedOn, decidedBy, decidedOn, refusal, told } = row;
  const rest = { number, reason, proposedBy, proposedOn, decidedBy, decidedOn, refusal, told };
  const common = { ...rest, state: state.parse(row.state) };
  if (row.what === "early-close") {
    return { ...common, what: "early-close", quarter: quarter.parse(row.quarter) };
  }
  const from = terms(row.fromK, row.fromC, row.fromGraceDays);
  return { ...common, what: "limits", from, to: terms(row.k, row.c, row.graceDays) };
}
