import type { Problem, ProblemList } from "@/lib/imports/problem";
import { type Lined, type Read, readFile } from "@/lib/imports/read";
import { existsOn, lifeOf, type UnitLife } from "@/lib/units/life";
import { addAddressProblems } from "./addresses";
import { type Departure, type DepartureSetting, isHistory } from "./departure";
import { DEPARTURE_COLUMNS, type DepartureRow, parseDeparture } from "./row";

/** What a `departures` file is read against. */
export type DepartureFacts = DepartureSetting & {
  readonly units: readonly UnitLife[];
  readonly stored: readonly Departure[];
};

/** Reads a `departures` file against what is stored: its rows, or every problem. */
export function readDepartures(bytes: Uint8Array, facts: DepartureFacts): Read<DepartureRow> {
  return readFile(bytes, {
    columns: DEPARTURE_COLUMNS,
    parse: parseDeparture,
    check: (rows, problems) => checkDepartures(rows, facts, problems),
  });
}

function checkDepartures(
  rows: readonly Lined<DepartureRow>[],
  facts: DepartureFacts,
  problems: ProblemList,
): void {
  const units = new Map(facts.units.map((unit) => [unit.code, unit]));
  const stored = new Map(facts.stored.map((departure) => [departure.pseudonym, departure]));
  const first = new Map<string, number>();
  for (const { line, row } of rows) {
    const before = stored.get(facts.pseudonym(row.employeeRef));
    const found = [
      unitProblem(row, units.get(row.unitCode)),
      deliveryProblem(row, facts),
      historyProblem(row, before, facts),
    ];
    for (const problem of found) if (problem) problems.add({ ...problem, line });
    const earlier = first.get(row.employeeRef);
    if (earlier === undefined) first.set(row.employeeRef, line);
    else if (row.employeeRef !== "") {
      const expected = String(earlier);
      problems.add({ code: "duplicate", line, column: "employee_ref", expected });
    }
  }
  addAddressProblems(rows, facts, problems);
}

type Found = Omit<Problem, "line"> | null;

function unitProblem({ unitCode, lastDay }: DepartureRow, unit: UnitLife | undefined): Found {
  if (unitCode === "") return null;
  if (!unit) return { code: "unknown-unit", column: "unit_code", value: unitCode };
  if (lastDay === "" || existsOn(unit, lastDay)) return null;
  return { code: "outside-life", column: "last_day", value: lastDay, expected: lifeOf(unit) };
}

/** Who is to have a mail needs an address, as long as the mail can still be sent. */
function deliveryProblem(row: DepartureRow, { today }: DepartureFacts): Found {
  const mailed = row.delivery === "mail" && !row.protected && row.kind !== "death";
  if (!mailed || row.email !== null || row.privateEmail !== null) return null;
  return row.lastDay === "" || isHistory(row, today)
    ? null
    : { code: "no-address", column: "delivery" };
}

/**
 * Who left, was forgotten, and now leaves again more than half a year later has had two employments:
 * one reference for both would move the old departure and falsify the turnover of its year.
 */
function historyProblem(
  row: DepartureRow,
  before: Departure | undefined,
  { today }: DepartureFacts,
): Found {
  if (!before || row.lastDay === "" || !isHistory(before, today)) return null;
  if (monthNumber(row.lastDay) - monthNumber(before.lastDay) <= 6) return null;
  const expected = before.lastDay.slice(0, 7);
  return { code: "left-before", column: "last_day", value: row.lastDay, expected };
}

function monthNumber(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
}
