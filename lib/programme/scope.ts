import type { Quarter } from "@/lib/quarters/quarter";
import { isInScope } from "@/lib/reports/scope";

/** The steps of the motion: the centres its rule flags, every centre, every unit. Each holds the one before. */
export const SCOPES = ["flagged-centres", "all-centres", "all-units"] as const;
export type Scope = (typeof SCOPES)[number];

/** Which units are invited from a quarter on, as it was decided. */
export type ProgrammeRule = {
  /** Decisions are counted from 1; a later one has the higher number. */
  readonly number: number;
  readonly fromQuarter: Quarter;
  readonly scope: Scope;
  /** Codes of the centres that were flagged when it was decided; of no use for the wider scopes. */
  readonly units: readonly string[];
};

/** A unit as far as the programme asks. */
export type ProgrammeUnit = {
  readonly code: string;
  readonly kind: string;
  /** Units that went up into this one. */
  readonly predecessors: readonly string[];
};

/** The decision that holds in a quarter: the last one taken that has begun. Null before any: every unit is invited. */
export function ruleAt(rules: readonly ProgrammeRule[], quarter: Quarter): ProgrammeRule | null {
  const begun = rules.filter(({ fromQuarter }) => fromQuarter <= quarter);
  return begun.toSorted((a, b) => b.number - a.number)[0] ?? null;
}

/**
 * Whether a unit's leavers are invited under a rule. A unit that another went up into takes its place.
 *
 * @param centres the kind of unit the motion speaks of (`scopeOf`); null when the region has none: then all are
 */
export function takesPart(
  unit: ProgrammeUnit,
  rule: Pick<ProgrammeRule, "scope" | "units"> | null,
  centres: string | null,
): boolean {
  if (rule === null || rule.scope === "all-units") return true;
  if (rule.scope === "all-centres") return isInScope(unit, centres);
  return [unit.code, ...unit.predecessors].some((code) => rule.units.includes(code));
}
