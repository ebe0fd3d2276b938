import type { DepartureKind } from "@/lib/departures/kind";
import type { Day, Quarter } from "@/lib/quarters/quarter";
import { dayAt } from "./calendar";
import { EARLIEST, headcountOf } from "./headcount";
import { type Dice, poisson, weighted, wholeBetween } from "./random";
import { SPEC, trueRate, type UnitSpec, unitDice } from "./spec";
import { lifeOf } from "./units";

/** Somebody who leaves: no name, only a reference. */
export type Leaving = {
  /** Names the person's dice: the same history wherever in the year the open quarter lies. */
  readonly key: string;
  readonly unitCode: string;
  readonly offset: number;
  readonly lastDay: Day;
  readonly kind: DepartureKind;
};

/** Yearly rates that do not depend on how a place is to work at. */
const RETIREMENT = 0.02;
const INTERNAL_MOVE = 0.018;
const FIXED_TERM_END = 0.022;

/** How external departures end, in parts of a hundred. */
const EXTERNAL = { resignation: 94, redundancy: 2, other: 4 } as const;

/** Rows that a demonstration needs and dice may not give, at offsets from the open quarter. */
const SCRIPTED = [
  { code: "ME12", offset: -19, day: 14, kind: "death" },
  { code: "SE12", offset: -23, day: 31, kind: "transfer" },
  // A visitor meets the survey at the units that the pages speak of, whenever in the quarter.
  { code: "VC16", offset: 1, day: 20, kind: "resignation" },
  { code: "VC04", offset: 0, day: 24, kind: "resignation" },
  { code: "VC29", offset: 2, day: 18, kind: "resignation" },
] as const;

/** Counts of one kind month by month; a month before the unit opened is drawn too, and dropped. */
function counts(dice: Dice, rate: (offset: number) => number, headcount: (o: number) => number) {
  const months = new Map<number, number>();
  for (let offset = EARLIEST; offset < 3; offset += 1) {
    months.set(offset, poisson(dice, (headcount(offset) * rate(offset)) / 12));
  }
  return months;
}

/** External departures (no retirement, no death) of a unit by month offset: where the truth becomes noise. */
export function externalCounts(spec: UnitSpec, dice: Dice): ReadonlyMap<number, number> {
  const own = unitDice(spec, dice).fork("external");
  return counts(own, (offset) => trueRate(spec, offset), headcountOf(spec, dice));
}

function kindsOf(spec: UnitSpec, dice: Dice): [number, DepartureKind][] {
  const own = unitDice(spec, dice);
  const headcount = headcountOf(spec, dice);
  const of = (kind: DepartureKind, rate: number) =>
    [...counts(own.fork(kind), () => rate, headcount)].flatMap(([offset, n]) =>
      Array.from({ length: n }, (): [number, DepartureKind] => [offset, kind]),
    );
  const ending = own.fork("ending");
  const external = [...externalCounts(spec, dice)].flatMap(([offset, n]) =>
    Array.from({ length: n }, (): [number, DepartureKind] => [
      offset,
      weighted(ending, EXTERNAL) as DepartureKind,
    ]),
  );
  return [
    ...external,
    ...of("retirement", RETIREMENT),
    ...of("internal_move", INTERNAL_MOVE),
    ...of("fixed_term_end", FIXED_TERM_END),
  ];
}

function leavingsOf(spec: UnitSpec, open: Quarter, dice: Dice): Leaving[] {
  const { first, end } = lifeOf(spec, open);
  const days = unitDice(spec, dice).fork("days");
  const drawn = kindsOf(spec, dice).map(([offset, kind], i) => ({
    key: `drawn ${i}`,
    offset,
    kind,
    day: wholeBetween(days, 1, 31),
  }));
  const scripted = SCRIPTED.filter((row) => row.code === spec.code).map((row) => ({
    ...row,
    key: `scripted ${row.offset}`,
  }));
  // When a unit closes, most of its people move to another in the region.
  const movers = spec.closes !== undefined && !isReplaced(spec) ? Math.round(spec.staff * 0.7) : 0;
  const moved = Array.from({ length: movers }, (_, i) => ({
    key: `moved ${i}`,
    offset: end - 1,
    kind: "internal_move" as const,
    day: 31,
  }));
  return [...drawn, ...scripted, ...moved]
    .filter(({ offset }) => offset >= first && offset < end)
    .map(({ key, offset, kind, day }) => ({
      key: `${spec.code}/${key}`,
      unitCode: spec.code,
      offset,
      kind,
      lastDay: dayAt(open, offset, day),
    }));
}

function isReplaced(spec: UnitSpec): boolean {
  return SPEC.units.some((other) => other.predecessors.includes(spec.code));
}

/** Everybody who left since January five years back, or leaves before the open quarter ends, by last day. */
export function leavings(open: Quarter, dice: Dice): Leaving[] {
  return SPEC.units
    .flatMap((spec) => leavingsOf(spec, open, dice))
    .sort((a, b) => compare(a.lastDay, b.lastDay) || compare(a.unitCode, b.unitCode));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/**
 * Who leaves in a month after the open quarter, by last day, from dice of the month's own: what has been told
 * before stays as it was, however far somebody looks ahead.
 */
export function leavingsAhead(open: Quarter, offset: number, dice: Dice): Leaving[] {
  return SPEC.units
    .filter(({ closes }) => closes === undefined)
    .flatMap((spec) => {
      const own = unitDice(spec, dice).fork(`ahead ${offset}`);
      const drawn = (rate: number) => poisson(own, (headcountOf(spec, dice)(offset) * rate) / 12);
      const kinds: DepartureKind[] = [
        ...Array.from(
          { length: drawn(trueRate(spec, offset)) },
          () => weighted(own, EXTERNAL) as DepartureKind,
        ),
        ...Array.from({ length: drawn(RETIREMENT) }, () => "retirement" as const),
        ...Array.from({ length: drawn(INTERNAL_MOVE) }, () => "internal_move" as const),
      ];
      return kinds.map((kind, i) => ({
        key: `${spec.code}/ahead ${offset} ${i}`,
        unitCode: spec.code,
        offset,
        kind,
        lastDay: dayAt(open, offset, wholeBetween(own, 1, 31)),
      }));
    })
    .sort((a, b) => compare(a.lastDay, b.lastDay) || compare(a.unitCode, b.unitCode));
}
