import { expect, test } from "vitest";
import { linksOf } from "@/components/transparency/links-picture";

const order = (figures: Readonly<Record<string, number>>) => ({
  results: [{ attack: "order", outcome: "held" as const, leaks: 0, figures }],
});

test("the picture's interval is 1.96 standard errors to each side, and never below nothing", () => {
  const links = linksOf(order({ mean: 1.1, "standard error": 0.1 }));
  expect(links?.low).toBeCloseTo(0.904);
  expect(links?.high).toBeCloseTo(1.296);
  expect(linksOf(order({ mean: 0.1, "standard error": 0.2 }))?.low).toBe(0);
});

test("a run without the order attack has no point in the picture", () => {
  expect(linksOf({ results: [] })).toBeNull();
  expect(linksOf(order({}))).toBeNull();
});
