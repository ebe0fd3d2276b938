import type { Steps } from "@/lib/imports/pace";
import type { Problem, ProblemList } from "@/lib/imports/problem";
import { type Lined, type Read, readFile } from "@/lib/imports/read";
import { existsOn, lifeOf, type UnitLife } from "@/lib/units/life";
import { addAddressProblems } from "./addresses";
import { type Departure, type DepartureSetting, isHistory } from "./departure";
import { DEPARTURE_COLUMNS, type DepartureRow, parseDeparture } from "./row";
import { contradict } from "./same";

/** What a `departures` file is read against. */
export type DepartureFacts = DepartureSetting & {
  readonly units: readonly UnitLife[];
  readonly stored: readonly Departure[];
};

/** Reads a `departures` file against what is stored: its rows, or every problem. */
export function readDepartures(
  bytes: Uint8Array,
  facts: DepartureFacts,
): Steps<Read<DepartureRow>> {
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
  for (const { line, row } of rows) {
    const found = [unitProblem(row, units.get(row.unitCode)), deliveryProblem(row, facts)];
    for (const problem of found) if (problem) problems.add({ ...problem, line });
  }
  addTwice(rows, problems);
  addAddressProblems(rows, facts, problems);
}

/** A person stands twice only with departures that can both be true. */
function addTwice(rows: readonly Lined<DepartureRow>[], problems: ProblemList): void {
  const seen = new Map<string, Lined<DepartureRow>[]>();
  for (const { line, row } of rows) {
    if (row.employeeRef === "" || row.lastDay === "") continue;
    const earlier = seen.get(row.employeeRef) ?? [];
    const twice = earlier.find((before) => contradict(before.row, row));
    if (twice) {
      const expected = String(twice.line);
      problems.add({ code: "duplicate", line, column: "employee_ref", expected });
    } else {
      seen.set(row.employeeRef, [...earlier, { line, row }]);
    }
  }
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
