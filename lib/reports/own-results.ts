import { atomPeople, classCount, scaleMean } from "@/lib/disclosure/atom-figures";
import { hme } from "@/lib/disclosure/hme";
import { MAX_QUARTERS } from "@/lib/disclosure/limits";
import type { Atom } from "@/lib/disclosure/release";
import { quartersBetween, shiftQuarter } from "@/lib/quarters/quarter";
import type { ReportFacts } from "@/lib/reports/facts";
import { classesOf, ITEMS } from "@/lib/reports/items";
import type { ReportResult } from "@/lib/reports/survey-shape";
import { wholeHme } from "@/lib/reports/whole-index";
import { monthsToAnswers } from "@/lib/turnover/forecast";
import type { UnitSummary } from "@/lib/turnover/summary";

/** The latest result of a unit's leavers. */
export function latestAtom(atoms: readonly Atom[], unit: string): Atom | undefined {
  return atoms
    .filter((atom) => atom.unit === unit && atom.series === "leaver")
    .toSorted((a, b) => a.to.localeCompare(b.to))
    .at(-1);
}

/** The units whose leavers have a result. */
export function unitsWithResult(atoms: readonly Atom[]): ReadonlySet<string> {
  return new Set(atoms.filter(({ series }) => series === "leaver").map(({ unit }) => unit));
}

/**
 * Results of the units that take part and have one, and of the named units that have none yet.
 *
 * @param named codes of the units that the report names
 */
export function ownResults(facts: ReportFacts, named: readonly string[]): readonly ReportResult[] {
  return facts.overview.units
    .filter(({ code }) => Object.hasOwn(facts.round.tree.units, code))
    .flatMap((unit) => {
      const atom = latestAtom(facts.atoms, unit.code);
      return atom === undefined && !named.includes(unit.code) ? [] : [resultOf(unit, atom, facts)];
    });
}

function resultOf(unit: UnitSummary, atom: Atom | undefined, facts: ReportFacts): ReportResult {
  const { questionnaire } = facts.round;
  return {
    code: unit.code,
    name: unit.name,
    from: atom?.from ?? null,
    to: atom?.to ?? null,
    people: atomPeople(atom),
    classes: classesOf(questionnaire, ITEMS.mainReason).map(({ code, name }) => ({
      code,
      name,
      figure: classCount(atom, ITEMS.mainReason, code),
    })),
    hme: wholeHme(hme(questionnaire, (item) => scaleMean(atom, item))),
    months: atom === undefined ? monthsToOwnResult(unit, facts) : null,
  };
}

/** A result forms when a quarter is mixed, so the next one is at least this far away. */
const QUARTER_MONTHS = 3;

/** What a forecast stands on: the limits, the rounds so far, and since when units take part. */
export type ForecastFacts = Pick<ReportFacts, "rounds" | "quarter" | "programme"> & {
  readonly round: Pick<ReportFacts["round"], "limits">;
};

/**
 * Months until a unit without a result can be expected to have one: from its turnover of the last years and
 * the planning response rate, counted from the first round. Never from what waits. Null when nobody is
 * expected to leave, or so few that what waits is destroyed first.
 */
export function monthsToOwnResult(unit: UnitSummary, facts: ForecastFacts): number | null {
  const months = gatheringMonths(unit, facts);
  if (months === null) return null;
  return Math.max(QUARTER_MONTHS, months - gatheredMonths(unit.code, facts));
}

/** Months of taking part that gather enough answers for a result; null as in `monthsToOwnResult`. */
export function gatheringMonths(
  { staff, pooled }: UnitSummary,
  { round }: Pick<ForecastFacts, "round">,
): number | null {
  const rate = pooled.rates.externalExcl;
  if (staff === null || rate.kind === "no-rate") return null;
  const months = monthsToAnswers(round.limits.k, staff, rate.value);
  return months === null || months > MAX_QUARTERS * QUARTER_MONTHS ? null : months;
}

/** Months of rounds in which the unit's answers have been gathered: since it joined, from the first round on. */
function gatheredMonths(code: string, { rounds, quarter, programme }: ForecastFacts): number {
  const first = rounds.map((round) => round.quarter).sort()[0] ?? shiftQuarter(quarter, 1);
  const rounded = quartersBetween(first, quarter);
  const taking = quartersBetween(programme[code] ?? first, quarter);
  return Math.max(0, Math.min(rounded, taking) + 1) * QUARTER_MONTHS;
}
