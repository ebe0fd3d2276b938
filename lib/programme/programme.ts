import { type Quarter, shiftQuarter } from "@/lib/quarters/quarter";
import { scopeOf } from "@/lib/reports/scope";
import { type ProgrammeRule, type ProgrammeUnit, ruleAt, takesPart } from "./scope";

/** Every decision on whom to invite, and the units they speak of. */
export type Programme = {
  readonly rules: readonly ProgrammeRule[];
  readonly units: ReadonlyMap<string, ProgrammeUnit>;
  /** The kind of unit that counts as a centre; null when every kind does. */
  readonly centres: string | null;
};

/** `units`: all of the region's, closed ones too. */
export function programme(
  rules: readonly ProgrammeRule[],
  units: readonly ProgrammeUnit[],
): Programme {
  return {
    rules,
    units: new Map(units.map((unit) => [unit.code, unit])),
    centres: scopeOf(units),
  };
}

/** Asks whether a unit takes part in a quarter. A code that no unit has is in no programme but that of all. */
export function participants(
  { rules, units, centres }: Programme,
  quarter: Quarter,
): (code: string) => boolean {
  const rule = ruleAt(rules, quarter);
  return (code) => {
    const unit = units.get(code) ?? { code, kind: "", predecessors: [] };
    return takesPart(unit, rule, centres);
  };
}

/**
 * Since when a unit has taken part without a break, seen from a quarter: null when it always has, before any
 * decision; undefined when it does not take part then.
 */
export function joinedIn(
  programme: Programme,
  code: string,
  quarter: Quarter,
): Quarter | null | undefined {
  const first = programme.rules.map(({ fromQuarter }) => fromQuarter).sort()[0];
  if (!participants(programme, quarter)(code)) return undefined;
  for (let at = quarter; first !== undefined && at >= first; at = shiftQuarter(at, -1)) {
    if (!participants(programme, shiftQuarter(at, -1))(code)) return at;
  }
  return null;
}
