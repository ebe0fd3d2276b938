import { expect, test } from "vitest";
import { placesOf } from "@/components/hr/overview/funnel-view";
import { MOST_TO_WALK, walkedOf } from "@/components/hr/overview/funnel-walk";
import { openSummaries } from "@/lib/turnover/overview";
import { MOTION_POLICY } from "@/lib/turnover/policy";
import type { VerdictWord } from "@/lib/turnover/verdict";
import { REGION } from "./region";

const [some = expect.fail("the region has units that are compared")] = placesOf(
  openSummaries(REGION, "2025-12", MOTION_POLICY),
  MOTION_POLICY,
);
const WORDS: Readonly<Record<number, VerdictWord>> = { 3: "watch", 5: "prioritise", 8: "watch" };
const many = Array.from({ length: MOST_TO_WALK + 1 }, (_, i) => ({
  ...some,
  unit: {
    ...some.unit,
    ...{ code: `U${i}`, name: `Enhet ${i}`, flagged: false },
    verdict: { ...some.unit.verdict, word: WORDS[i] ?? "neither" },
  },
}));
const codes = (places: typeof many) => places.map(({ unit }) => unit.code);

test("where there are not too many, every point of the funnel is walked, in the order of the alphabet", () => {
  const few = many.slice(1);
  expect(walkedOf(few, "enhet 7")).toEqual({ walked: few, others: [] });
});

test("in a large region those that stand out are walked, one verdict after the other, and the others drawn", () => {
  const { walked, others } = walkedOf(many, "");
  expect(codes([...walked])).toEqual(["U5", "U3", "U8"]);
  expect(others).toHaveLength(many.length - 3);
});

test("in a large region any unit can be walked to by a search, by name or code", () => {
  expect(codes([...walkedOf(many, "enhet 77").walked])).toEqual(["U77"]);
  expect(codes([...walkedOf(many, "u499").walked])).toEqual(["U499"]);
  expect(walkedOf(many, "finns inte")).toEqual({ walked: [], others: many });
  expect(walkedOf(many, "enhet").walked).toHaveLength(MOST_TO_WALK);
});
