import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { count } from "@/lib/disclosure/count";
import type { Release, Series } from "@/lib/disclosure/release";
import type { RoundRules } from "@/lib/disclosure/round-rules";
import { NOTHING_WAITING, type Waiting } from "@/lib/disclosure/waiting";
import type { Quarter } from "@/lib/quarters/quarter";
import { NEXT, payload, rules, SILENT, scale, survey } from "../small-survey";
import { type Row, smallestIsolated } from "./linear-attacker";

type Person = { readonly unit: "A" | "B" | "C"; readonly series: Series; readonly round: number };

const QUARTERS: readonly Quarter[] = ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"];
const K = 6;

/** In the third quarter A is merged into B, and C gets a new group: a reorganised tree. */
function roundRules(quarter: Quarter, round: number, reorganised: boolean): RoundRules {
  const base = rules({
    quarter,
    questionnaire: survey(scale("mean"), NEXT),
    limits: { k: K, c: 1 },
  });
  if (!reorganised || round < 2) return base;
  return {
    ...base,
    tree: { units: { B: "north", C: "north" }, pictured: [] },
    mergedInto: { A: "B" },
  };
}

function sent({ unit, series, round }: Person, reorganised: boolean, changed: boolean) {
  const today = reorganised && round >= 2 && unit === "A" ? "B" : unit;
  const answers = changed ? { mean: 4, next: "private" } : { mean: 3, next: "none" };
  return payload(today, answers, series);
}

/** All quarters, one after another. `changed`: the person who answers 4 instead of 3. */
function releases(world: readonly Person[], reorganised: boolean, changed?: number): Release[] {
  let waiting: Waiting = NOTHING_WAITING;
  return QUARTERS.map((quarter, round) => {
    const here = world.flatMap((person, index) =>
      person.round === round ? [sent(person, reorganised, index === changed)] : [],
    );
    const result = count(here, roundRules(quarter, round, reorganised), waiting, SILENT);
    waiting = result.waiting;
    return result.release;
  });
}

/** Whose answer moves which figure: a black box, asked once for each person. */
function members<T>(
  world: readonly Person[],
  reorganised: boolean,
  of: (all: Release[]) => T[],
): Row[] {
  const before = of(releases(world, reorganised)).map((one) => JSON.stringify(one));
  const after = world.map((_, person) =>
    of(releases(world, reorganised, person)).map((one) => JSON.stringify(one)),
  );
  return before.map((figure, index) => after.map((other) => (other[index] === figure ? 0 : 1)));
}

const size = (row: Row) => row.reduce((sum, one) => sum + one, 0);

const person: fc.Arbitrary<Person> = fc.record({
  unit: fc.constantFrom("A", "A", "A", "B", "B", "C"),
  series: fc.constantFrom("leaver", "leaver", "leaver", "retiree"),
  round: fc.nat({ max: QUARTERS.length - 1 }),
});

describe("adding and subtracting all unit results ever published", () => {
  it("never gives a group smaller than the limit (20 people, four quarters, a reorganised tree)", () => {
    let atoms = 0;
    fc.assert(
      fc.property(
        fc.array(person, { minLength: 8, maxLength: 20 }),
        fc.boolean(),
        (world, moved) => {
          const all = releases(world, moved).flatMap((release) => release.atoms);
          const rows = members(world, moved, (list) => list.flatMap((release) => release.atoms));
          atoms += rows.length;
          expect(rows.map(size)).toEqual(all.map((atom) => atom.n));
          expect(smallestIsolated(rows, world.length)).toBeGreaterThanOrEqual(K);
        },
      ),
      { seed: 1, numRuns: 150 },
    );
    expect(atoms).toBeGreaterThan(50);
  });

  it("would give one if a parent were the exact sum of its people", () => {
    const unit = [1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0];
    const region = unit.map(() => 1);
    expect(smallestIsolated([unit], 11)).toBe(8);
    expect(smallestIsolated([unit, region], 11)).toBe(3);
  });

  it("would give one if a year stood beside three of its quarters", () => {
    const quarters = [0, 1, 2].map((quarter) =>
      [0, 1, 2].flatMap((q) => Array(8).fill(q === quarter ? 1 : 0)),
    );
    const rows = quarters.map((row) => [...row, 0]);
    expect(smallestIsolated(rows, 25)).toBe(8);
    expect(smallestIsolated([...rows, Array(25).fill(1)], 25)).toBe(1);
  });
});

describe("every answer", () => {
  const crowd = fc.array(person, { minLength: 60, maxLength: 90 });

  it("is in one picture at most, and each picture is of thirty or more", () => {
    let cells = 0;
    fc.assert(
      fc.property(crowd, fc.boolean(), (world, moved) => {
        for (const slice of ["answers", "background"]) {
          const rows = members(world, moved, (list) =>
            list.flatMap((release) => release.cells.filter((cell) => cell.slice === slice)),
          );
          cells += rows.length;
          for (const row of rows) expect(size(row)).toBeGreaterThanOrEqual(30);
          const times = world.map((_, index) =>
            rows.reduce((sum, row) => sum + (row[index] ?? 0), 0),
          );
          expect(Math.max(0, ...times)).toBeLessThanOrEqual(1);
        }
      }),
      { seed: 2, numRuns: 10 },
    );
    expect(cells).toBeGreaterThan(10);
  });

  it("is pictured or waits: nobody is lost", () => {
    fc.assert(
      fc.property(crowd, (world) => {
        let waiting: Waiting = NOTHING_WAITING;
        let pictured = 0;
        for (const [round, quarter] of QUARTERS.entries()) {
          const here = world.filter((one) => one.round === round);
          const payloads = here.map(({ unit, series }) => payload(unit, {}, series));
          const result = count(payloads, roundRules(quarter, round, false), waiting, SILENT);
          waiting = result.waiting;
          const answers = result.release.cells.filter((cell) => cell.slice === "answers");
          pictured += answers.reduce((sum, cell) => sum + cell.n, 0);
        }
        const left = waiting.cells.filter((one) => one.slice === "answers");
        expect(pictured + left.reduce((sum, one) => sum + one.n, 0)).toBe(world.length);
      }),
      { seed: 3, numRuns: 50 },
    );
  });
});
