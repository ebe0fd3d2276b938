import { expect, test } from "vitest";
import { signalLayout } from "@/components/charts/signal-layout";
import { meanOf, type SignalSum } from "@/lib/signals/means";
import { middleOf, seriesOf } from "@/lib/signals/series";
import type { SignalName, SignalRow } from "@/lib/signals/signal";

const row = (period: string, value: number, signal: SignalName = "hme"): SignalRow => ({
  ...{ unitCode: "A", period, signal, value, answers: 20 },
});
/** Two units of 70 and 80; the first with ten answers, the second with thirty or an unknown number. */
const two = (period: string, answered = 2): SignalSum => ({
  ...{ place: "peers", period, signal: "hme", units: 2, sum: 150 },
  ...{ answered, answers: answered === 2 ? 40 : 10, weighted: answered === 2 ? 3_100 : 700 },
});

test("the mean of corresponding units counts each answer alike, or each unit where answers are not said", () => {
  expect(meanOf(two("2025"))).toBe(77.5);
  expect(meanOf(two("2025", 1))).toBe(75);
});

test("a year that was not imported leaves a gap in the unit's line, and none in its peers'", () => {
  const rows = [row("2025", 72), row("2023", 68.4), row("2024", 6, "sick_leave")];
  const sums = ["2022", "2023", "2024", "2025"].map((period) => two(period));
  const points = seriesOf("hme", rows, sums);
  expect(points.map(({ period, value }) => [period, value])).toEqual([
    ["2023", 68.4],
    ["2024", null],
    ["2025", 72],
  ]);
  expect(points.map(({ peers }) => peers)).toEqual([77.5, 77.5, 77.5]);
  const marks = points.map(({ period, ...point }) => ({
    ...{ ...point, id: period, at: middleOf(period) },
  }));
  const { paths, dots } = signalLayout(marks, true, { width: 872, roomy: true });
  expect([paths.own.length, paths.peers.length, dots.length]).toEqual([0, 1, 2]);
});

test("months are shown instead of their year, and a single unit is no mean", () => {
  const away = [row("2024", 6, "sick_leave"), row("2025", 5, "sick_leave")];
  const months = [row("2025-01", 7, "sick_leave"), row("2025-02", 4, "sick_leave")];
  const alone = { ...two("2025-01"), signal: "sick_leave" as const, units: 1 };
  expect(seriesOf("sick_leave", [...away, ...months], [alone])).toMatchObject([
    { period: "2024", value: 6, peers: null },
    { period: "2025-01", value: 7, peers: null },
    { period: "2025-02", value: 4, peers: null },
  ]);
});

test("nothing imported is an empty series, never a line at zero", () => {
  expect(seriesOf("hme", [], [two("2025")])).toEqual([]);
});

test("indices that stand together share a scale, so that no part looks better than it is", () => {
  const marks = [{ id: "2025", at: 2025.5, value: 75, peers: 71 }];
  const size = { width: 328, roomy: false } as const;
  expect(signalLayout(marks, true, size, 45).grid[0]?.value).toBe(40);
  expect(signalLayout(marks, true, size, 45).grid.at(-1)?.value).toBe(100);
  expect(signalLayout(marks, false, size, 45).grid[0]?.value).toBe(0);
});

test("per cent are drawn from zero, and an index says where its scale begins", () => {
  const marks = [{ id: "2025", at: 2025.5, value: 62, peers: 71 }];
  const grid = (index: boolean) =>
    signalLayout(marks, index, { width: 328, roomy: false }).grid.map(({ value }) => value);
  expect(grid(true)).toEqual([60, 80, 100]);
  expect(grid(false)[0]).toBe(0);
});
