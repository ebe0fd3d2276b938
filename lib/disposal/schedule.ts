import { COLLECTOR } from "./collector";
import { STAYS } from "./disposal";
import { EMPLOYER } from "./employer";
import type { Term } from "./term";

/**
 * The disposal schedule: every table of both databases, and what is kept outside them, stands in exactly one
 * class or is named by column. `docs/disposal-schedule.md` is this list in words.
 */
export const SCHEDULE = [...EMPLOYER, ...COLLECTOR] as const;

type Entry = (typeof SCHEDULE)[number];

/** A class that `sorti purge` and the server's own job carry out. */
export type PurgedClass = Extract<Entry, { by: "purge" }>["id"];

/** The rule of a class. */
export const termOf = (id: PurgedClass): Term =>
  SCHEDULE.find((entry) => entry.id === id)?.term ?? STAYS;
