import type { KeyObject } from "node:crypto";
import type { Quarter } from "@/lib/quarters/quarter";

/** How long an opened key stays in memory, however busy its reader is. */
export const OPEN_MINUTES = 30;

/** A custodian's key, opened. Signing out reaches this file from everywhere, so it names nothing that opens answers. */
type OpenedKey = {
  readonly custodian: 1 | 2;
  readonly privateKey: KeyObject;
  readonly publicPoint: Uint8Array;
};

type Held = {
  readonly quarter: Quarter;
  readonly key: OpenedKey;
  readonly until: number;
  readonly timer: NodeJS.Timeout;
};

// Next evaluates a module once per bundle; what one page opened, another must find, and signing out must forget.
const memory = globalThis as typeof globalThis & { sortiOpenedKeys?: Map<string, Held> };

function held(): Map<string, Held> {
  memory.sortiOpenedKeys ??= new Map();
  return memory.sortiOpenedKeys;
}

/** Forgets the key that a user opened: at the latest when they sign out. */
export function forgetOpened(user: string): void {
  const one = held().get(user);
  if (one) clearTimeout(one.timer);
  held().delete(user);
}

/** Forgets every opened key of a coding that is over. */
export function forgetAllOpened(quarter: Quarter): void {
  for (const [user, one] of held()) if (one.quarter === quarter) forgetOpened(user);
}

/** Keeps a coding's key for one user, in this process's memory only, for half an hour at the most. */
export function keepOpened(user: string, quarter: Quarter, key: OpenedKey, now: Date): void {
  forgetOpened(user);
  const timer = setTimeout(() => forgetOpened(user), OPEN_MINUTES * 60_000);
  timer.unref();
  held().set(user, { quarter, key, until: now.getTime() + OPEN_MINUTES * 60_000, timer });
}

/** The key that this user opened for a coding, and until when; null when there is none or its time is over. */
export function openedBy(
  user: string,
  quarter: Quarter,
  now: Date,
): { readonly key: OpenedKey; readonly until: Date } | null {
  const one = held().get(user);
  if (!one || one.quarter !== quarter) return null;
  if (one.until <= now.getTime()) {
    forgetOpened(user);
    return null;
  }
  return { key: one.key, until: new Date(one.until) };
}
