import { describe, expect, test } from "vitest";
import { regionTree, type TreeUnit } from "@/lib/units/region-tree";

const unit = (code: string, facts: Partial<TreeUnit> = {}): TreeUnit => ({
  code,
  name: code,
  peerGroup: "tätort",
  predecessors: [],
  open: true,
  headcount: 20,
  departures: 2,
  ...facts,
});

describe("a round's tree", () => {
  test("holds the open units with staff, each in its group of comparable ones", () => {
    const { tree } = regionTree(
      [
        unit("A"),
        unit("B", { peerGroup: null }),
        unit("C", { headcount: 0 }),
        unit("D", { open: false }),
      ],
      "övriga",
    );
    expect(tree.units).toEqual({ A: "tätort", B: "other" });
  });

  test("calls a group pictured when three quarters of planned answers make a picture", () => {
    const big = Array.from({ length: 8 }, (_, i) => unit(`S${i}`, { departures: 10 }));
    expect(regionTree(big, "övriga").tree.pictured).toEqual(["tätort"]);
    expect(regionTree(big.slice(0, 7), "övriga").tree.pictured).toEqual([]);
  });

  test("says which unit took over one that is gone, through several mergers", () => {
    const gone = { open: false };
    const { merged } = regionTree(
      [
        unit("A", gone),
        unit("B", { ...gone, predecessors: ["A"] }),
        unit("C", { predecessors: ["B"] }),
      ],
      "övriga",
    );
    expect(merged).toEqual({ A: "C", B: "C" });
  });

  test("lets nobody inherit what waited for a unit that was split", () => {
    const { merged } = regionTree(
      [
        unit("A", { open: false }),
        unit("B", { predecessors: ["A"] }),
        unit("C", { predecessors: ["A"] }),
      ],
      "övriga",
    );
    expect(merged).toEqual({});
  });
});
