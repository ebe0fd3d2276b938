import { log } from "@/lib/log";

/**
 * What may be told of somebody whom the server turned away: the kind, and nothing of who it was or what was sent. Of the
 * survey there is none, on purpose: the minute of a call could be an answer's.
 */
export const REFUSALS = [
  ...["sign-in link", "sign-in code", "sign-in demo", "sign-in region"],
  ...["role hr", "role operator", "role auditor", "role reader"],
  ...["key of a program", "key of the other party", "token of monitoring"],
  ...["form of another site", "form that is none", "form too long", "arguments that are none"],
  ...[
    "address that is none",
    "call that is none",
    "too many sign-ins",
    "too many calls of a program",
    "sign-out of the region",
  ],
] as const;
export type Refused = (typeof REFUSALS)[number];

export type RefusalCounts = Map<Refused, number>;

/** What was counted since it was last told, kind by kind; the counts begin anew. */
export function taken(counts: RefusalCounts): readonly { outcome: Refused; count: number }[] {
  const told = [...counts].map(([outcome, count]) => ({ outcome, count }));
  counts.clear();
  return told.sort((a, b) => REFUSALS.indexOf(a.outcome) - REFUSALS.indexOf(b.outcome));
}

// Next evaluates a module once per bundle; what is counted must be counted once per process.
const kept = globalThis as typeof globalThis & { sortiRefusals?: RefusalCounts };

function counts(): RefusalCounts {
  kept.sortiRefusals ??= new Map();
  return kept.sortiRefusals;
}

/** Counts that somebody was turned away. It is told within a minute, so that nobody can fill the log by knocking. */
export function noteRefusal(refused: Refused): void {
  counts().set(refused, (counts().get(refused) ?? 0) + 1);
}

/** Tells what was counted since the last time, a line for each kind. */
export function tellRefusals(): void {
  for (const fields of taken(counts())) log("refused", fields);
}

const MINUTE = 60_000;

/** Tells it every minute, and what is left when it is stopped. */
export function startTelling(): { readonly stop: () => Promise<void> } {
  const turn = setInterval(tellRefusals, MINUTE).unref();
  return {
    stop: async () => {
      clearInterval(turn);
      tellRefusals();
    },
  };
}
