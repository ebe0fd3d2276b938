import type { Day, Quarter } from "@/lib/quarters/quarter";
import { isQuarter } from "@/lib/quarters/quarter";
import type { Entry } from "@/lib/transparency/entry";
import { toldBy } from "@/lib/transparency/told";
import { type AttackRecord, readRecord } from "./record";

/** A logged attack with the day and the number of its entry. */
export type LoggedAttack = AttackRecord & { readonly day: Day; readonly seq: number };

/** Every attack in the public log, oldest first. `entries`: oldest first. */
export function loggedAttacks(entries: readonly Entry[]): readonly LoggedAttack[] {
  return entries
    .filter(({ kind }) => kind === "self-attack")
    .flatMap(({ content, day, seq }) => {
      const record = readRecord(content);
      return record ? [{ ...record, day, seq }] : [];
    });
}

/**
 * The round that was mixed last, when its keys are gone too; null when none was. Where each custodian has a
 * machine, the log tells of one key after the other.
 */
export function lastMixed(entries: readonly Entry[]): Quarter | null {
  const gone = new Map<string, Set<string>>();
  let last: Quarter | null = null;
  for (const entry of entries.filter(({ kind }) => kind === "key-destroyed")) {
    const { quarter, of } = toldBy(entry);
    const keys = gone.get(quarter) ?? new Set();
    gone.set(quarter, keys.add(of));
    const both = keys.has("custodians") || (keys.has("custodian1") && keys.has("custodian2"));
    if (both && of !== "issuer" && isQuarter(quarter)) last = quarter;
  }
  return last;
}

/** The mixed round that must be attacked now; null when that was done. The log itself is the list of work. */
export function dueAfterMix(entries: readonly Entry[]): Quarter | null {
  const quarter = lastMixed(entries);
  const done = loggedAttacks(entries).some(
    (one) => one.occasion === "mix" && one.quarter === quarter,
  );
  return done ? null : quarter;
}

const WEEK_MS = 7 * 86_400_000;

/**
 * Whether a night's result is worth a line: when it differs from the last one logged, or that is a week old.
 * Else a year has 365 lines that say the same.
 */
export function worthLogging(
  record: AttackRecord,
  last: LoggedAttack | undefined,
  today: Day,
): boolean {
  if (record.occasion !== "night" || !last || last.held !== record.held) return true;
  return Date.parse(today) - Date.parse(last.day) >= WEEK_MS;
}
