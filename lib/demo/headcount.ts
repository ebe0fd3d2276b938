import type { Quarter } from "@/lib/quarters/quarter";
import type { HeadcountRow } from "@/lib/units/headcount-row";
import { monthAt } from "./calendar";
import { bell, type Dice } from "./random";
import { SPEC, type UnitSpec, unitDice } from "./spec";
import { lifeOf } from "./units";

/** The earliest month any open quarter needs: five calendar years before a fourth quarter. */
export const EARLIEST = -69;

/** As far as anybody moves the demonstration's calendar: three years after the open quarter. */
const LATEST = 39;

/**
 * A unit's month-end headcount by month offset. It wanders a few per cent about the unit's size and
 * returns: posts are refilled, so it does not follow the departures one by one.
 */
export function headcountOf(spec: UnitSpec, dice: Dice): (offset: number) => number {
  const own = unitDice(spec, dice).fork("headcount");
  const months = new Map<number, number>();
  let drift = 0;
  for (let offset = EARLIEST; offset < LATEST; offset += 1) {
    drift = drift * 0.9 + bell(own) * 0.012;
    months.set(offset, Math.max(5, Math.round(spec.staff * (1 + drift))));
  }
  return (offset) => months.get(offset) ?? spec.staff;
}

/** Permanent employees at every month's end, January five years back up to (not including) `endOffset`. */
export function headcountRows(open: Quarter, dice: Dice, endOffset: number): HeadcountRow[] {
  return SPEC.units.flatMap((spec) => {
    const { first, end } = lifeOf(spec, open);
    const headcount = headcountOf(spec, dice);
    return Array.from({ length: Math.max(0, Math.min(end, endOffset) - first) }, (_, i) => ({
      unitCode: spec.code,
      month: monthAt(open, first + i),
      permanent: headcount(first + i),
      staffGroup: "",
    }));
  });
}

/** The same of the months from `from` up to (not including) `end`, after the open quarter began. */
export function headcountAhead(
  open: Quarter,
  dice: Dice,
  from: number,
  end: number,
): HeadcountRow[] {
  return SPEC.units
    .filter(({ closes }) => closes === undefined)
    .flatMap((spec) =>
      Array.from({ length: Math.max(0, end - from) }, (_, i) => ({
        unitCode: spec.code,
        month: monthAt(open, from + i),
        permanent: headcountOf(spec, dice)(from + i),
        staffGroup: "",
      })),
    );
}
