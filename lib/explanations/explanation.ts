import type { Day } from "@/lib/quarters/quarter";

/** A natural explanation: a dated, signed, expiring entry beside a flag. It never removes the flag. */
export type Explanation = {
  readonly id: string;
  readonly unitCode: string;
  readonly what: string;
  readonly who: string;
  readonly notedOn: Day;
  /** What it rests on; empty when nothing was given. */
  readonly evidence: string;
  readonly appliesFrom: Day;
  /** The last day it is held to apply. */
  readonly expires: Day;
};

/** An explanation as somebody signed it: the first version is 1, a change is one more. */
export type ExplanationVersion = Explanation & {
  readonly version: number;
  /** The account that signed. */
  readonly signedBy: string;
};

export function hasExpired(explanation: Pick<Explanation, "expires">, today: Day): boolean {
  return explanation.expires < today;
}

/** Whether it ran out after it was signed, and not because somebody ended it or wrote of time past. */
export function ranOut(explanation: Pick<Explanation, "expires" | "notedOn">, today: Day): boolean {
  return hasExpired(explanation, today) && explanation.notedOn < explanation.expires;
}

/** The order of the ledger, and of the letters of its brackets: by the day it applies from. */
export function inLedgerOrder(explanations: readonly Explanation[]): readonly Explanation[] {
  return explanations.toSorted(
    (a, b) =>
      a.appliesFrom.localeCompare(b.appliesFrom) ||
      a.notedOn.localeCompare(b.notedOn) ||
      a.id.localeCompare(b.id),
  );
}

/** The letter of the n:th row, from 0: a to z, then aa. */
export function ledgerLetter(n: number): string {
  const last = String.fromCharCode(97 + (n % 26));
  return n < 26 ? last : ledgerLetter(Math.floor(n / 26) - 1) + last;
}
