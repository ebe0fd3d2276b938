import { describe, expect, it } from "vitest";
import { bell, diceFrom, poisson, weighted, wholeBetween } from "@/lib/demo/random";

const many = <T>(n: number, draw: () => T): T[] => Array.from({ length: n }, draw);
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

describe("the demonstration's dice", () => {
  it("fall alike on every machine", () => {
    const dice = diceFrom("a seed");
    expect(many(3, dice.next).map((x) => Math.floor(x * 1000))).toEqual([476, 202, 28]);
  });

  it("fall for one name without regard to what another name has drawn", () => {
    const first = diceFrom("a seed").fork("Björken").next();
    const dice = diceFrom("a seed");
    many(5, dice.fork("Rönnby").next);
    expect(dice.fork("Björken").next()).toBe(first);
  });

  it("are even enough: means and weights come out as asked for", () => {
    const dice = diceFrom("even");
    expect(mean(many(20_000, dice.next))).toBeCloseTo(0.5, 1.7);
    expect(mean(many(20_000, () => poisson(dice, 0.7)))).toBeCloseTo(0.7, 1.4);
    const normal = many(20_000, () => bell(dice));
    expect(mean(normal)).toBeCloseTo(0, 1.3);
    expect(mean(normal.map((x) => x * x))).toBeCloseTo(1, 1.2);
    const drawn = many(20_000, () => weighted(dice, { one: 1, three: 3 }));
    expect(drawn.filter((key) => key === "three").length / drawn.length).toBeCloseTo(0.75, 1.7);
  });

  it("give whole numbers with both ends included", () => {
    const dice = diceFrom("ends");
    expect(new Set(many(200, () => wholeBetween(dice, 1, 3)))).toEqual(new Set([1, 2, 3]));
  });
});
