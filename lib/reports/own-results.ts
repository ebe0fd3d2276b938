import { atomPeople, classCount, scaleMean } from "@/lib/disclosure/atom-figures";
import { hme } from "@/lib/disclosure/hme";
import type { Atom } from "@/lib/disclosure/release";
import type { ReportFacts } from "@/lib/reports/facts";
import type { Way } from "@/lib/reports/forecast";
import { classesOf, ITEMS } from "@/lib/reports/items";
import type { ReportResult } from "@/lib/reports/survey-shape";
import { wholeHme } from "@/lib/reports/whole-index";
import type { UnitSummary } from "@/lib/turnover/summary";

/** The latest result of each unit's leavers, by the unit's code; a unit without one is not there. */
function latestAtoms(atoms: readonly Atom[]): ReadonlyMap<string, Atom> {
  const latest = new Map<string, Atom>();
  for (const atom of atoms) {
    if (atom.series !== "leaver") continue;
    const known = latest.get(atom.unit);
    if (known === undefined || known.to <= atom.to) latest.set(atom.unit, atom);
  }
  return latest;
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
export function ownResults(
  facts: ReportFacts,
  named: readonly string[],
  way: Way,
): readonly ReportResult[] {
  const latest = latestAtoms(facts.atoms);
  const isNamed = new Set(named);
  return facts.overview.units
    .filter(({ code }) => Object.hasOwn(facts.round.tree.units, code))
    .filter(({ code }) => latest.has(code) || isNamed.has(code))
    .map((unit) => {
      const atom = latest.get(unit.code);
      return { ...resultOf(unit, atom, facts), ...(atom === undefined ? expected(unit, way) : {}) };
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
    months: null,
  };
}

/** When there can be a result, or why that cannot be said. */
function expected(unit: UnitSummary, { forecast }: Way): Pick<ReportResult, "months" | "never"> {
  const { months, never } = forecast(unit);
  return { months, ...(never === null ? {} : { never }) };
}
