import { describe, expect, test } from "vitest";
import { heirsOf, type LineageUnit } from "@/lib/units/heirs";

const TODAY = "2026-11-22";
const unit = (
  code: string,
  predecessors: readonly string[] = [],
  validTo: string | null = null,
): LineageUnit => ({ code, name: code, predecessors, validTo });

const heirs = (units: readonly LineageUnit[], code = "A") =>
  heirsOf(code, units, TODAY).map((one) => one.code);

describe("Who goes on after a unit", () => {
  test("nobody after one that closed without a successor", () => {
    expect(heirs([unit("A", [], "2025-12-31"), unit("B")])).toEqual([]);
  });

  test("the one it was merged into, and the one after that when it has closed too", () => {
    const closed = unit("A", [], "2024-12-31");
    expect(heirs([closed, unit("B", ["A", "X"])])).toEqual(["B"]);
    expect(heirs([closed, unit("B", ["A"], "2025-12-31"), unit("C", ["B"])])).toEqual(["C"]);
  });

  test("all parts of one that was split; a ring of predecessors ends", () => {
    expect(heirs([unit("A", [], "2024-12-31"), unit("B", ["A"]), unit("C", ["A"])])).toEqual([
      "B",
      "C",
    ]);
    const ring = [unit("A", ["B"], "2024-12-31"), unit("B", ["A"], "2024-12-31")];
    expect(heirs(ring)).toEqual([]);
  });

  test("a last day that is today has not passed", () => {
    expect(heirs([unit("A"), unit("B", ["A"], TODAY)])).toEqual(["B"]);
  });
});
