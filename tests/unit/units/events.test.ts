import { expect, test } from "vitest";
import { eventsOf } from "@/lib/units/events";
import { planUnits } from "@/lib/units/plan";
import type { UnitRow } from "@/lib/units/row";

const unit = (code: string, change: Partial<UnitRow> = {}): UnitRow => ({
  ...{ code, name: `Enhet ${code}`, kind: "care", parentCode: "R", peerGroup: "g" },
  ...{ validFrom: "2016-01-01", validTo: null, predecessors: [] },
  ...change,
});

const STORED = [unit("R", { parentCode: null }), unit("A"), unit("B")];
const ended = { validTo: "2026-06-30" };
const born = (code: string, ...predecessors: string[]) =>
  unit(code, { validFrom: "2026-07-01", predecessors });

const events = (...rows: UnitRow[]) =>
  eventsOf(planUnits(STORED, rows), STORED).map(({ kind, unit: name, from }) =>
    [kind, name, ...from].join(" | "),
  );

test("two units that end and one that begins are a merger", () => {
  expect(events(unit("A", ended), unit("B", ended), born("C", "A", "B"))).toEqual([
    "merger | Enhet C | Enhet A | Enhet B",
  ]);
});

test("a new code for a unit that ends goes on with its series", () => {
  expect(events(unit("A", ended), born("C", "A"))).toEqual(["continues | Enhet C | Enhet A"]);
});

test("one unit that becomes two is split, and both begin anew", () => {
  expect(events(unit("A", ended), born("C", "A"), born("D", "A"))).toEqual([
    "split | Enhet C | Enhet A",
    "split | Enhet D | Enhet A",
  ]);
});

test("a unit that breaks out of one that lives on begins anew, and one that takes over another keeps its past", () => {
  expect(events(born("C", "A"))).toEqual(["splits-off | Enhet C | Enhet A"]);
  expect(events(unit("A", ended), unit("B", { predecessors: ["A"] }))).toEqual([
    "takes-over | Enhet B | Enhet A",
  ]);
});

test("a new name, another parent, another group of comparable units, and an end without a successor", () => {
  const changed = unit("A", { name: "Ny", parentCode: null, peerGroup: "h", ...ended });
  expect(events(changed)).toEqual([
    "renamed | Ny | Enhet A",
    "moved | Ny | Enhet R",
    "regrouped | Ny | g",
    "closes | Ny",
  ]);
});

test("a file that repeats what is stored means nothing for anybody's history", () => {
  expect(events(...STORED)).toEqual([]);
});
