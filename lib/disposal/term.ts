import type { Day } from "@/lib/quarters/quarter";

/** What a length of time is counted from. */
type Since =
  | "leaving"
  | "upload"
  | "refusal"
  | "arrival"
  | "import"
  | "call"
  | "visit"
  | "login"
  | "asking"
  | "attempt"
  | "job";

/** When something goes: a time after a moment, at an event, or not by a term. */
export type Term =
  | {
      readonly kind: "time";
      readonly n: number;
      readonly unit: "minutes" | "hours" | "days" | "months" | "years";
      readonly after: Since;
      /** Instead of `n`, for whoever still waits for what it is about. */
      readonly waiting?: number;
    }
  | {
      readonly kind: "event";
      readonly at:
        | "closed"
        | "mixed"
        | "counted"
        | "coded"
        | "released"
        | "published"
        | "unsubscribed"
        | "ended";
    }
  | { readonly kind: "kept" };

/** A term in a few words for a log that programs read: "60 days after leaving". */
export function ruleOf(term: Term): string {
  if (term.kind === "time") return `${term.n} ${term.unit} after ${term.after}`;
  return term.kind === "event" ? `at ${term.at}` : "kept";
}

/** The day so many calendar months before another; the month's last where it has no such day. */
export function monthsBefore(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}
