import type { DepartureRow } from "@/lib/departures/row";
import { type Day, type Quarter, quarterOf, quartersBetween } from "@/lib/quarters/quarter";
import { monthOf } from "@/lib/turnover/month";
import { monthAt } from "./calendar";
import { departuresFile, headcountFile, signalsFile } from "./files";
import { headcountAhead } from "./headcount";
import { isInvited, type Person, people, peopleAhead } from "./people";
import { answerOf, type DemoAnswer, regionDice } from "./region";
import { signalsAhead } from "./signals";
import { SPEC } from "./spec";
import { visitorsAmong } from "./visitors";

/** What a quarter brings when somebody moves the demonstration's calendar into it. */
export type QuarterAhead = {
  /** The `departures` import file; null for the open quarter, whose departures are known. */
  readonly departures: string | null;
  /** Who answers: of those invited, save the ones kept for visitors. */
  readonly answers: readonly DemoAnswer[];
};

const rowOf = ({ key: _, offset: __, ...row }: Person): DepartureRow => row;

/**
 * The open quarter or a later one, the same on every machine.
 *
 * @param open the quarter that was open when the demonstration was filled
 */
export function quarterAhead(open: Quarter, quarter: Quarter): QuarterAhead {
  const dice = regionDice();
  const ahead = quartersBetween(open, quarter);
  const everybody = ahead === 0 ? people(open, dice) : monthsOf(open, ahead);
  const visitors = ahead === 0 ? visitorsAmong(everybody) : [];
  const invited = everybody.filter(
    (one) =>
      quarterOf(one.lastDay) === quarter &&
      isInvited(one) &&
      one.delivery !== "none" &&
      !one.protected &&
      !visitors.includes(one.employeeRef),
  );
  return {
    departures: ahead === 0 ? null : departuresFile(everybody.map(rowOf)),
    answers: invited.flatMap((one) => answerOf(one, dice)),
  };
}

const monthsOf = (open: Quarter, ahead: number): Person[] =>
  [0, 1, 2].flatMap((month) => peopleAhead(open, ahead * 3 + month, regionDice()));

/** The first month after the open quarter's `from` that is not whole on a day, counted from the open quarter. */
function endOf(open: Quarter, from: number, today: Day): number {
  let end = from;
  while (monthAt(open, end) < monthOf(today)) end += 1;
  return end;
}

/** The `headcount` import file of the whole months from a quarter's first up to the month of `today`. */
export function headcountSince(open: Quarter, quarter: Quarter, today: Day): string {
  const from = quartersBetween(open, quarter) * 3;
  return headcountFile(headcountAhead(open, regionDice(), from, endOf(open, from, today)));
}

/** The `signals` import file of the same months, and of a year that has come to its end. */
export function signalsSince(open: Quarter, quarter: Quarter, today: Day): string {
  const from = quartersBetween(open, quarter) * 3;
  return signalsFile(signalsAhead(open, regionDice(), from, endOf(open, from, today)));
}

/** Whether a round asks the demonstration region, and not one of somebody's own. */
export function asksDemoRegion(units: Readonly<Record<string, string>>): boolean {
  return SPEC.units.every(({ code, closes }) => closes !== undefined || Object.hasOwn(units, code));
}
