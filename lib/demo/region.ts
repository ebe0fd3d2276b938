import type { DepartureRow } from "@/lib/departures/row";
import type { Series } from "@/lib/disclosure/release";
import {
  type Day,
  firstDayOf,
  type Quarter,
  quarterOf,
  shiftQuarter,
} from "@/lib/quarters/quarter";
import type { SignalRow } from "@/lib/signals/signal";
import type { Answers } from "@/lib/survey/questionnaire";
import { monthOf } from "@/lib/turnover/month";
import type { HeadcountRow } from "@/lib/units/headcount-row";
import type { UnitRow } from "@/lib/units/row";
import { answersOf } from "./answers";
import { monthAt } from "./calendar";
import { type DemoContent, demoContent } from "./content";
import { departuresFile, headcountFile, signalsFile, unitsFile } from "./files";
import { headcountRows } from "./headcount";
import { isInvited, type Person, people } from "./people";
import { chance, type Dice, diceFrom } from "./random";
import { signalRows } from "./signals";
import { SPEC } from "./spec";
import { type UnitTruth, unitTruths } from "./truth";
import { unitRows } from "./units";
import { visitorsAmong } from "./visitors";

/** Chosen so that every verdict is shown, wherever in the year the open quarter lies (docs/demo-region.md). */
const SEED = "norrsjo-32";

/** The region's dice. */
export const regionDice = (): Dice => diceFrom(SEED);

/** Closed quarters with answers. */
const CLOSED = 12;

/** The share of the invited who answer. */
const RESPONSE = 0.6;

/** What one person answered, and whose link it was: only the demonstration ever knows both. */
export type DemoAnswer = {
  readonly employeeRef: string;
  readonly lastDay: Day;
  readonly unit: string;
  readonly series: Series;
  readonly answers: Answers;
};

export type DemoRegion = {
  readonly name: string;
  readonly operator: string;
  readonly openQuarter: Quarter;
  /** The twelve quarters before the open one, oldest first. */
  readonly closedQuarters: readonly Quarter[];
  readonly units: readonly UnitRow[];
  readonly headcount: readonly HeadcountRow[];
  readonly departures: readonly DepartureRow[];
  readonly signals: readonly SignalRow[];
  /** The same four as CSV text in the import's columns. */
  readonly files: {
    readonly units: string;
    readonly headcount: string;
    readonly departures: string;
    readonly signals: string;
  };
  readonly truth: readonly UnitTruth[];
  /** Who answered in a quarter, by last day. In the open quarter: some, and never a visitor. */
  readonly answersFor: (quarter: Quarter) => readonly DemoAnswer[];
  /** Invited in the open quarter and kept unanswered: whoever tries the demonstration answers as one of these. */
  readonly visitors: readonly string[];
  readonly content: DemoContent;
};

/**
 * The demonstration region, the same on every machine for the same open quarter.
 * Headcounts are known to the last whole month before `today`; departures to the open quarter's end.
 */
export function demoRegion(openQuarter: Quarter, today: Day = firstDayOf(openQuarter)): DemoRegion {
  const dice = regionDice();
  const everybody = people(openQuarter, dice);
  const units = unitRows(openQuarter);
  const whole = wholeMonthsBefore(openQuarter, today);
  const headcount = headcountRows(openQuarter, dice, whole);
  const signals = signalRows(openQuarter, dice, whole);
  const departures = everybody.map(({ key: _, offset: __, ...row }): DepartureRow => row);
  const visitors = visitorsAmong(everybody);
  return {
    name: SPEC.name,
    operator: SPEC.operator,
    openQuarter,
    closedQuarters: Array.from({ length: CLOSED }, (_, i) => shiftQuarter(openQuarter, i - CLOSED)),
    units,
    headcount,
    departures,
    signals,
    files: {
      units: unitsFile(units),
      headcount: headcountFile(headcount),
      departures: departuresFile(departures),
      signals: signalsFile(signals),
    },
    truth: unitTruths(openQuarter),
    answersFor: (quarter) =>
      everybody
        .filter((person) => quarterOf(person.lastDay) === quarter && canAnswer(person, visitors))
        .flatMap((person) => answerOf(person, dice)),
    visitors,
    content: demoContent(openQuarter),
  };
}

/** How many of the open quarter's months have ended before `today`. */
function wholeMonthsBefore(open: Quarter, today: Day): number {
  return [1, 2].filter((offset) => monthAt(open, offset) <= monthOf(today)).length;
}

/** In the open quarter only those who leave in its first month have answered yet. */
function canAnswer(person: Person, visitors: readonly string[]): boolean {
  const asked =
    isInvited(person) && person.delivery !== "none" && !person.protected && person.offset < 1;
  return asked && !visitors.includes(person.employeeRef);
}

/** What somebody answers; nothing where they do not. */
export function answerOf(person: Person, dice: Dice): DemoAnswer[] {
  const own = dice.fork(person.key).fork("answers");
  if (!chance(own, RESPONSE)) return [];
  const spec = SPEC.units.find(({ code }) => code === person.unitCode);
  const retires = person.kind === "retirement";
  const teller = {
    climate: spec?.climate ?? ("ordinary" as const),
    unitKind: SPEC.groups[spec?.group ?? ""]?.kind ?? "",
    retires,
    language: person.language,
  };
  return [
    {
      employeeRef: person.employeeRef,
      lastDay: person.lastDay,
      unit: person.unitCode,
      series: retires ? "retiree" : "leaver",
      answers: answersOf(own, teller),
    },
  ];
}
