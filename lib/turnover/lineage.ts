import { type Month, monthOf, shiftMonth } from "./month";
import type { UnitMonths } from "./unit-months";

/** A month from which a unit is no longer the unit it was: a line in a chart is cut there. */
export interface SeriesBreak {
  month: Month;
  predecessors: readonly string[];
}

/** A unit together with the history of the units it was made of. */
export interface UnitHistory {
  unit: UnitMonths;
  breaks: readonly SeriesBreak[];
}

/**
 * A unit's months continued backwards by its predecessors', summed, so that a merger, a new name or
 * a new code does not wipe a unit's record. Its own months always stay its own: a unit that takes
 * over another keeps its past and gets a break. Nobody inherits after a split (a predecessor with
 * several successors, or one that lives on): the same departures would be counted twice.
 */
export function withHistory(unit: UnitMonths, all: readonly UnitMonths[]): UnitHistory {
  return trace(unit, all, [unit.code]);
}

function trace(unit: UnitMonths, all: readonly UnitMonths[], seen: readonly string[]): UnitHistory {
  // Nearly every unit: none of the others need be looked through.
  if (unit.predecessors.length === 0) return { unit, breaks: [] };
  const breaks = ownBreaks(unit, all);
  const alone = { unit, breaks };
  const forebears = forebearsOf(unit, all);
  const codes = forebears.map(({ code }) => code);
  if (codes.length === 0 || codes.some((code) => seen.includes(code))) return alone;
  const past = forebears.map((before) => trace(before, all, [...seen, ...codes]));
  const earlier = past.flatMap((history) => history.breaks);
  return {
    unit: continued(
      unit,
      past.map((history) => history.unit),
    ),
    breaks: [...earlier, ...breaks].sort((a, b) => (a.month < b.month ? -1 : 1)),
  };
}

/** The predecessors that ended when the unit began; none if one is unknown or was split. */
function forebearsOf(unit: UnitMonths, all: readonly UnitMonths[]): readonly UnitMonths[] {
  const { validFrom } = unit;
  const found = all.filter(({ code }) => unit.predecessors.includes(code));
  const split = found.some(({ code }) => successors(code, all) > 1);
  if (validFrom === null || split || found.length < unit.predecessors.length) return [];
  return found.filter(({ validTo }) => validTo !== null && monthOf(validTo) <= monthOf(validFrom));
}

function successors(code: string, all: readonly UnitMonths[]): number {
  return all.filter((unit) => unit.predecessors.includes(code)).length;
}

/** The break at the unit's birth, or, when it existed before, where each predecessor ended. */
function ownBreaks(unit: UnitMonths, all: readonly UnitMonths[]): readonly SeriesBreak[] {
  const born = unit.validFrom === null ? null : monthOf(unit.validFrom);
  const codesByMonth = new Map<Month, string[]>();
  for (const code of unit.predecessors) {
    const validTo = all.find((before) => before.code === code)?.validTo ?? null;
    const taken = validTo === null ? born : shiftMonth(monthOf(validTo), 1);
    if (taken === null) continue;
    const month = born !== null && taken < born ? born : taken;
    codesByMonth.set(month, [...(codesByMonth.get(month) ?? []), code]);
  }
  return [...codesByMonth].map(([month, predecessors]) => ({ month, predecessors }));
}

/** The unit's own months, and before its first one the sum of its predecessors'. */
function continued(unit: UnitMonths, past: readonly UnitMonths[]): UnitMonths {
  const born = unit.validFrom ?? "";
  const firstOwn = monthOf(born);
  const earlier = past
    .flatMap(({ headcount }) => Object.keys(headcount))
    .filter((m) => m < firstOwn);
  const headcount: Record<Month, number> = { ...unit.headcount };
  for (const month of earlier) {
    const counts = past.map((before) => countIn(before, month));
    if (counts.every((count) => count !== null)) {
      headcount[month] = counts.reduce((sum, count) => sum + count, 0);
    }
  }
  const staffGroups = continuedGroups(unit, past, earlier);
  const starts = past.map(({ validFrom }) => validFrom);
  return {
    ...unit,
    validFrom: starts.includes(null) ? null : ([...starts].sort()[0] ?? null),
    headcount,
    ...(staffGroups === null ? {} : { staffGroups }),
    departures: [
      ...past.flatMap(({ departures }) => departures.filter(({ lastDay }) => lastDay < born)),
      ...unit.departures,
    ],
  };
}

/** The staff groups of the same months; null where nobody's import has any. */
function continuedGroups(
  unit: UnitMonths,
  past: readonly UnitMonths[],
  earlier: readonly Month[],
): NonNullable<UnitMonths["staffGroups"]> | null {
  const all = [unit, ...past].flatMap(({ staffGroups }) => (staffGroups ? [staffGroups] : []));
  if (all.length === 0) return null;
  const names = new Set(all.flatMap((groups) => Object.keys(groups)));
  const before = (group: string, month: Month) =>
    past.reduce((sum, { staffGroups }) => sum + (staffGroups?.[group]?.[month] ?? 0), 0);
  return Object.fromEntries(
    [...names].map((group) => [
      group,
      {
        ...unit.staffGroups?.[group],
        ...Object.fromEntries(earlier.map((month) => [month, before(group, month)])),
      },
    ]),
  );
}

/** A predecessor's count in a month: 0 before it existed and after it closed, null when unknown. */
function countIn(unit: UnitMonths, month: Month): number | null {
  const count = unit.headcount[month];
  if (count !== undefined) return count;
  const notYet = unit.validFrom !== null && month < monthOf(unit.validFrom);
  const noMore = unit.validTo !== null && monthOf(unit.validTo) < month;
  return notYet || noMore ? 0 : null;
}
