import type { Say } from "@/components/hr/words";

/** The kinds of unit that have words of their own; any other is a unit. */
const KNOWN = ["primary_care", "hospital", "other"];

/** Shown first where a region has them: the motion speaks of them. */
export const FIRST_KIND = "primary_care";

/** `all` in an address: every kind. */
export const ALL_KINDS = "all";

/** The key under which a kind's words stand. */
export function kindKey(kind: string | null): string {
  return kind !== null && KNOWN.includes(kind) ? kind : "unit";
}

/** ”vårdcentraler”, ”enheter”: one or several of a kind, without the number. */
export function kindWord(say: Say, kind: string | null, count: number): string {
  return say(`kinds.${kindKey(kind)}`, { count });
}

/** ”tätort (12)”: a kind as a choice. A kind without words of its own is called what the import calls it. */
export function kindChoice(say: Say, kind: string | null): string {
  return kind === null || KNOWN.includes(kind) ? say(`choice.${kindKey(kind)}`) : kind;
}

/**
 * The kind a page shows: the one asked for if the region has it, else health centres if it has any,
 * else every kind (null).
 */
export function chosenKind(asked: string | undefined, kinds: readonly string[]): string | null {
  if (asked === ALL_KINDS) return null;
  if (asked !== undefined && kinds.includes(asked)) return asked;
  return kinds.includes(FIRST_KIND) ? FIRST_KIND : null;
}
