import { expect, test } from "vitest";
import { comparedWithUsual, type UnitMonth } from "@/lib/confirmation/usual";

const MONTHS = ["01", "04", "07", "10"];

/** `n` departures of a unit in each of the eight quarters of 2024 and 2025. */
const twoYears = (unitCode: string, n: number): UnitMonth[] =>
  ["2024", "2025"].flatMap((year) =>
    MONTHS.map((month) => ({ unitCode, month: `${year}-${month}`, n, here: 0 })),
  );

const now = (unitCode: string, n: number, here = n): UnitMonth => ({
  unitCode,
  month: "2026-02",
  n,
  here,
});

test("a unit that loses what it uses to is said to be as usual, with mean and range", () => {
  const months = [...twoYears("V1", 2), { ...now("V1", 1), month: "2026-01" }, now("V1", 2)];
  expect(comparedWithUsual(months)).toEqual([
    {
      unitCode: "V1",
      quarter: "2026-Q1",
      now: 3,
      here: 3,
      usual: { mean: 2, low: 2, high: 2 },
      many: false,
    },
  ]);
});

test("a unit with many more leavers than chance gives is pointed out: 7 where it uses to be 2", () => {
  // P(X ≥ 7) = 0.0060 and P(X ≥ 5) = 0.0680 of a binomial with one share in nine.
  const many = (n: number) => comparedWithUsual([...twoYears("V1", 2), now("V1", n)])[0]?.many;
  expect([many(5), many(7)]).toEqual([false, true]);
});

test("one leaver from a unit that lost nobody is no news; two are", () => {
  const others = twoYears("V2", 1);
  const many = (n: number) => comparedWithUsual([...others, now("V1", n)])[0]?.many;
  expect([many(1), many(2)]).toEqual([false, true]);
});

test("only units in which the import invites somebody are asked about", () => {
  const months = [...twoYears("V1", 2), now("V1", 9, 0), now("V2", 1)];
  expect(comparedWithUsual(months).map(({ unitCode }) => unitCode)).toEqual(["V2"]);
});

test("quarters before the region's first departure say nothing, and without any nothing is judged", () => {
  const [known] = comparedWithUsual([
    { unitCode: "V1", month: "2025-10", n: 2, here: 0 },
    now("V1", 3),
  ]);
  expect(known?.usual).toEqual({ mean: 2, low: 2, high: 2 });
  const [alone] = comparedWithUsual([now("V1", 30)]);
  expect([alone?.usual, alone?.many]).toEqual([null, false]);
  expect(comparedWithUsual([])).toEqual([]);
});
