import type { Day, Quarter } from "@/lib/quarters/quarter";
import { type Change, isWaiting, termsIn, type Wanted } from "./change";
import {
  isWeaker,
  LEAST_GRACE_DAYS,
  LEAST_K,
  MOST_GRACE_DAYS,
  MOST_K,
  sameTerms,
  type Terms,
} from "./terms";

/** Longest reason, in characters: it is published in the log. */
export const LONGEST_REASON = 300;

export const PROPOSAL_FIELDS = ["k", "c", "graceDays", "reason"] as const;
export type ProposalField = (typeof PROPOSAL_FIELDS)[number];

/** What was typed, so that nothing is lost when something must be changed. */
export type TypedProposal = Readonly<Record<ProposalField, string>>;

export type Asked =
  | { readonly what: "limits"; readonly to: Terms; readonly reason: string }
  | { readonly what: "early-close"; readonly quarter: Quarter; readonly reason: string };

function wholeIn(typed: string, least: number, most: number): number | null {
  const value = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : Number.NaN;
  return value >= least && value <= most ? value : null;
}

/** The reason as it is kept; null when there is none, or too much of one. */
export function readReason(typed: string): string | null {
  const reason = typed.trim();
  return reason === "" || reason.length > LONGEST_REASON ? null : reason;
}

/** Reads filled-in limits; or which fields must be changed. */
export function readTerms(
  typed: TypedProposal,
):
  | { readonly asked: Extract<Asked, { what: "limits" }> }
  | { readonly wrong: readonly ProposalField[] } {
  const k = wholeIn(typed.k, LEAST_K, MOST_K);
  const c = wholeIn(typed.c, 0, 1);
  const graceDays = wholeIn(typed.graceDays, LEAST_GRACE_DAYS, MOST_GRACE_DAYS);
  const reason = readReason(typed.reason);
  if (k !== null && c !== null && graceDays !== null && reason !== null) {
    return { asked: { what: "limits", to: { k, c: c === 1 ? 1 : 0, graceDays }, reason } };
  }
  const read = { k, c, graceDays, reason };
  return { wrong: PROPOSAL_FIELDS.filter((field) => read[field] === null) };
}

/** The round that answers are given in now, as far as its last day goes. */
export type OpenRound = { readonly quarter: Quarter; readonly issuingStops: Day };

/**
 * What becomes of a proposal. `same`: nothing would change. `open`: another one waits, which is decided first.
 * `over`: the quarter is not open, or its last day has come. `agreed`: two have let it end early already.
 */
export type Refused = "same" | "open" | "over" | "agreed";

type Judged =
  | { readonly kind: "again"; readonly number: number }
  | { readonly kind: "refused"; readonly reason: Refused }
  | { readonly kind: "new"; readonly state: "proposed" | "made"; readonly wanted: Wanted };

const refused = (reason: Refused): Judged => ({ kind: "refused", reason });

const isSame = (change: Change, asked: Asked): boolean =>
  change.reason === asked.reason &&
  (change.what === "limits"
    ? asked.what === "limits" && sameTerms(change.to, asked.to)
    : asked.what === "early-close" && change.quarter === asked.quarter);

/** Judges what somebody asks for against all changes so far, oldest first. Sent twice, it is one proposal. */
export function judged(
  asked: Asked,
  changes: readonly Change[],
  open: OpenRound | null,
  today: Day,
): Judged {
  const waiting = changes.find((one) => one.what === asked.what && isWaiting(one, today));
  const last = changes.findLast((one) => one.what === asked.what);
  if (waiting) {
    return isSame(waiting, asked) ? { kind: "again", number: waiting.number } : refused("open");
  }
  // The form of a change that needed nobody else, sent twice.
  if (last?.state === "made" && isSame(last, asked)) return { kind: "again", number: last.number };
  return asked.what === "limits"
    ? limitsJudged(asked, changes)
    : closeJudged(asked, last, open, today);
}

type AskedFor<W extends Asked["what"]> = Extract<Asked, { what: W }>;

function limitsJudged({ what, to }: AskedFor<"limits">, changes: readonly Change[]): Judged {
  const from = termsIn(changes);
  if (sameTerms(from, to)) return refused("same");
  const state = isWeaker(from, to) ? "proposed" : "made";
  return { kind: "new", state, wanted: { what, from, to } };
}

function closeJudged(
  { what, quarter }: AskedFor<"early-close">,
  last: Change | undefined,
  open: OpenRound | null,
  today: Day,
): Judged {
  const agreed = last?.what === "early-close" && last.quarter === quarter;
  if (agreed && last.state === "confirmed") return refused("agreed");
  if (!mayStillClose(quarter, open, today)) return refused("over");
  return { kind: "new", state: "proposed", wanted: { what, quarter } };
}

function mayStillClose(quarter: Quarter, open: OpenRound | null, today: Day): boolean {
  return open?.quarter === quarter && today <= open.issuingStops;
}

/**
 * What became of a decision. `own`: whoever proposed cannot also agree. `already`: it was decided otherwise, or by
 * somebody else. `over`: the proposal's time is out, or the quarter has had its last day.
 */
export type Decided = "done" | "own" | "already" | "over" | "unknown";

export type Ending = {
  readonly state: "confirmed" | "refused" | "withdrawn";
  /** Who decides; null where nobody else has to. */
  readonly by: string | null;
};

/** Why a decision changes nothing; null when it is to be written. The same word of the same person is no new one. */
export function whyNotDecided(
  change: Change,
  { state, by }: Ending,
  open: OpenRound | null,
  today: Day,
): Decided | null {
  if (change.state === "expired") return "over";
  if (change.state !== "proposed") {
    return change.state === state && change.decidedBy === by ? "done" : "already";
  }
  if (by === change.proposedBy) return "own";
  if (state !== "confirmed" || change.what === "limits") return null;
  return mayStillClose(change.quarter, open, today) ? null : "over";
}
