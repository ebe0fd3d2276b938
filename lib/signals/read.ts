import type { Steps } from "@/lib/imports/pace";
import type { Problem, ProblemList } from "@/lib/imports/problem";
import { type Lined, type Read, readFile } from "@/lib/imports/read";
import { existsIn, lifeOf, type UnitLife } from "@/lib/units/life";
import { sharesOfOne } from "./of-one";
import { keyOf } from "./plan";
import { parseSignal } from "./row";
import { SIGNAL_COLUMNS, type SignalRow } from "./signal";

/** Reads a `signals` file against the stored units: its rows, or every problem. */
export function readSignals(bytes: Uint8Array, units: readonly UnitLife[]): Steps<Read<SignalRow>> {
  const shares = sharesOfOne();
  return readFile(bytes, {
    columns: SIGNAL_COLUMNS,
    parse: (line) => {
      const row = parseSignal(line);
      shares.note(line, row);
      return row;
    },
    check: (rows, problems) => {
      checkSignals(rows, units, problems);
      for (const problem of shares.found()) problems.add(problem);
    },
  });
}

function checkSignals(
  rows: readonly Lined<SignalRow>[],
  units: readonly UnitLife[],
  problems: ProblemList,
): void {
  const lives = new Map(units.map((unit) => [unit.code, unit]));
  const lines = new Map<string, number>();
  for (const { line, row } of rows) {
    if (row.unitCode === "" || row.period === "") continue;
    const found = unitProblem(row, lives.get(row.unitCode));
    if (found) problems.add({ ...found, line });
    const same = lines.get(keyOf(row));
    if (same === undefined) lines.set(keyOf(row), line);
    else {
      const expected = String(same);
      problems.add({ code: "same-signal-twice", line, column: "signal", expected });
    }
  }
}

function unitProblem(row: SignalRow, unit: UnitLife | undefined): Omit<Problem, "line"> | null {
  const { unitCode, period } = row;
  if (!unit) return { code: "unknown-unit", column: "unit_code", value: unitCode };
  if (existedIn(unit, period)) return null;
  return { code: "outside-life", column: "period", value: period, expected: lifeOf(unit) };
}

/** Whether a unit existed on any day of a month or year. */
function existedIn(unit: UnitLife, period: string): boolean {
  if (period.length > 4) return existsIn(unit, period);
  return (
    unit.validFrom.slice(0, 4) <= period &&
    (unit.validTo === null || period <= unit.validTo.slice(0, 4))
  );
}
