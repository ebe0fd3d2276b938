import { describe, expect, it } from "vitest";
import region from "@/lib/demo/region.json" with { type: "json" };
import { byName } from "@/lib/wording/names";
import { swedishOrder } from "@/lib/wording/swedish-order";

const NAMES = [
  ...region.units.map(({ name }) => name),
  ..."Avdelning 10,Avdelning 9,avdelning 11,Ängens,Ågatan,Övre,Zinken,Årsta,A\u030angen".split(","),
];

describe("units in lists stand in the Swedish alphabet's order", () => {
  it("is the order that the platform's own tables give, whatever order the units come in", () => {
    const expected = [...NAMES].sort(byName("sv"));
    expect([...NAMES].sort(swedishOrder)).toEqual(expected);
    expect([...NAMES].reverse().sort(swedishOrder)).toEqual(expected);
  });
});
