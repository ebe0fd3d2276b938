import { describe, expect, test } from "vitest";
import { withHistory } from "@/lib/turnover/lineage";
import { aUnit, left, steady } from "./a-unit";

const north = aUnit({
  code: "north",
  validTo: "2023-12-31",
  headcount: steady(34, "2022-01", "2023-12"),
  departures: [...left(4, "2023-05-31"), ...left(1, "2023-12-31", "internal_move")],
});
const south = aUnit({
  code: "south",
  validTo: "2023-12-31",
  headcount: steady(18, "2022-07", "2023-12"),
  validFrom: "2022-07-01",
  departures: left(1, "2023-08-31"),
});
const merged = aUnit({
  code: "both",
  validFrom: "2024-01-01",
  headcount: steady(52, "2024-01", "2026-09"),
  departures: left(2, "2024-02-29"),
  predecessors: ["north", "south"],
});

describe("a unit's history", () => {
  test("after a merger is the sum of what was merged, with a break where it happened", () => {
    const { unit, breaks } = withHistory(merged, [north, south, merged]);
    expect(breaks).toEqual([{ month: "2024-01", predecessors: ["north", "south"] }]);
    expect(unit.validFrom).toBeNull();
    expect(unit.headcount["2022-06"]).toBe(34);
    expect(unit.headcount["2023-12"]).toBe(52);
    expect(unit.headcount["2024-01"]).toBe(52);
    expect(unit.departures).toHaveLength(8);
  });

  test("after a new name or code goes on, through several of them", () => {
    const second = aUnit({
      code: "b",
      validFrom: "2023-01-01",
      validTo: "2023-12-31",
      headcount: steady(20, "2023-01", "2023-12"),
      predecessors: ["a"],
    });
    const first = aUnit({
      code: "a",
      validTo: "2022-12-31",
      headcount: steady(21, "2022-01", "2022-12"),
    });
    const third = aUnit({
      code: "c",
      validFrom: "2024-01-01",
      headcount: steady(22, "2024-01", "2026-09"),
      predecessors: ["b"],
    });
    const { unit, breaks } = withHistory(third, [third, second, first]);
    expect([
      unit.headcount["2022-03"],
      unit.headcount["2023-03"],
      unit.headcount["2024-03"],
    ]).toEqual([21, 20, 22]);
    expect(breaks.map(({ month }) => month)).toEqual(["2023-01", "2024-01"]);
  });

  test("takes no departure that was booked on the old unit after its end", () => {
    const late = { ...south, departures: left(1, "2024-01-31") };
    expect(withHistory(merged, [north, late, merged]).unit.departures).toHaveLength(7);
  });

  test("a month that one of the merged units lacks stays missing, never half counted", () => {
    const { "2023-03": _, ...headcount } = south.headcount;
    const { unit } = withHistory(merged, [north, { ...south, headcount }, merged]);
    expect(unit.headcount["2023-03"]).toBeUndefined();
    expect(unit.headcount["2023-04"]).toBe(52);
  });
});

describe("nobody inherits another's departures", () => {
  test("a unit that takes over another keeps its own past, with a break", () => {
    const taker = aUnit({ code: "taker", predecessors: ["south"] });
    const { unit, breaks } = withHistory(taker, [taker, south]);
    expect(unit).toEqual(taker);
    expect(breaks).toEqual([{ month: "2024-01", predecessors: ["south"] }]);
    const young = {
      ...taker,
      validFrom: "2022-10-01",
      headcount: steady(20, "2022-10", "2026-09"),
    };
    expect(withHistory(young, [young, south]).unit).toEqual(young);
  });

  test("after a split nobody inherits", () => {
    const one = aUnit({ code: "one", validFrom: "2024-01-01", predecessors: ["north"] });
    const two = aUnit({ code: "two", validFrom: "2024-01-01", predecessors: ["north"] });
    const { unit, breaks } = withHistory(one, [north, one, two]);
    expect(unit).toEqual(one);
    expect(breaks).toEqual([{ month: "2024-01", predecessors: ["north"] }]);
  });

  test("of a unit that broke out of one that lives on begins with itself", () => {
    const parent = aUnit({ code: "parent" });
    const child = aUnit({ code: "child", validFrom: "2024-01-01", predecessors: ["parent"] });
    expect(withHistory(child, [parent, child]).unit).toEqual(child);
  });

  test("is not guessed when a predecessor is unknown, and two that name each other do no harm", () => {
    const lost = aUnit({ validFrom: "2024-01-01", predecessors: ["unknown"] });
    expect(withHistory(lost, [lost]).unit).toEqual(lost);
    const a = aUnit({
      code: "a",
      validFrom: "2024-01-01",
      validTo: "2024-01-01",
      predecessors: ["b"],
    });
    const b = aUnit({
      code: "b",
      validFrom: "2024-01-01",
      validTo: "2024-01-01",
      predecessors: ["a"],
    });
    expect(withHistory(a, [a, b]).unit.code).toBe("a");
  });
});
