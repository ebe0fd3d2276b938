import type { Quarter } from "@/lib/quarters/quarter";
import { LEAST_ANSWERS, type SignalName, type SignalRow } from "@/lib/signals/signal";
import { monthAt } from "./calendar";
import { headcountOf } from "./headcount";
import { bell, type Dice, wholeBetween } from "./random";
import { type Climate, SPEC, type UnitSpec, unitDice } from "./spec";
import { lifeOf } from "./units";

/** What those who work there answer on average, part by part, and how much they are away, per cent. */
const USUAL: Readonly<Record<Climate, readonly [number, number, number, number]>> = {
  ordinary: [78, 77, 75, 5.4],
  strained: [68, 70, 66, 8.1],
  merged: [70, 64, 60, 7.2],
  silent: [66, 55, 62, 7.6],
  stagnant: [64, 71, 68, 6.0],
};

const PARTS = ["hme_motivation", "hme_leadership", "hme_steering"] as const;

/** Away more in winter: a wave about the year's mean, by the calendar's month. */
const SEASON = 0.18;

const oneDecimal = (x: number) => Math.round(x * 10) / 10;
const within = (x: number) => Math.min(Math.max(x, 0), 100);

/** The employee survey of one year; nothing where too few answered. */
function surveyOf(spec: UnitSpec, dice: Dice, year: string, staff: number): SignalRow[] {
  const own = unitDice(spec, dice).fork("employee survey").fork(year);
  const answers = Math.round((staff * wholeBetween(own, 62, 88)) / 100);
  if (answers < LEAST_ANSWERS) return [];
  const usual = USUAL[spec.climate];
  const spread = 9 / Math.sqrt(answers);
  const parts = PARTS.map((_, i) => within(oneDecimal((usual[i] ?? 75) + bell(own) * spread)));
  const whole = oneDecimal(parts.reduce((sum, part) => sum + part, 0) / parts.length);
  const row = (signal: SignalName, value: number) => ({
    ...{ unitCode: spec.code, period: year, signal, value, answers },
  });
  return [row("hme", whole), ...PARTS.map((part, i) => row(part, parts[i] ?? 0))];
}

function sickLeaveOf(spec: UnitSpec, dice: Dice, month: string): SignalRow {
  const own = unitDice(spec, dice).fork("sick leave").fork(month);
  const wave = Math.cos(((Number(month.slice(5)) - 1.5) / 6) * Math.PI);
  const spread = 6 / Math.sqrt(spec.staff);
  const value = USUAL[spec.climate][3] * (1 + SEASON * wave) + bell(own) * spread;
  const row = { unitCode: spec.code, period: month, signal: "sick_leave" as const };
  return { ...row, value: within(oneDecimal(value)), answers: null };
}

/** The same of what has become known since the month `from`: what a region sends when time has passed. */
export function signalsAhead(
  open: Quarter,
  dice: Dice,
  from: number,
  endOffset: number,
): SignalRow[] {
  const known = new Set(signalRows(open, dice, from).map(({ period }) => period));
  return signalRows(open, dice, endOffset).filter(({ period }) => !known.has(period));
}

/** HME of every whole year and sick leave of every month up to (not including) `endOffset`. */
export function signalRows(open: Quarter, dice: Dice, endOffset: number): SignalRow[] {
  return SPEC.units.flatMap((spec) => {
    const { first, end: last } = lifeOf(spec, open);
    // A unit that does not close goes on after the open quarter.
    const end = spec.closes === undefined ? endOffset : last;
    const headcount = headcountOf(spec, dice);
    const years: SignalRow[] = [];
    for (let january = first; january + 12 <= Math.min(end, endOffset); january += 12) {
      const year = monthAt(open, january).slice(0, 4);
      years.push(...surveyOf(spec, dice, year, headcount(january + 9)));
    }
    const months = Math.max(0, Math.min(end, endOffset) - first);
    const away = Array.from({ length: months }, (_, i) =>
      sickLeaveOf(spec, dice, monthAt(open, first + i)),
    );
    return [...years, ...away];
  });
}
