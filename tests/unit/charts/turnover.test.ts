import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TurnoverSeries } from "@/components/charts/turnover-data";
import { turnoverLayout } from "@/components/charts/turnover-layout";
import { slotOf, turnoverAxis } from "@/components/charts/turnover-scale";
import { placeSpans } from "@/components/charts/turnover-spans";

const year = (y: number, rate: number, low: number, high: number) => ({
  year: y,
  rate,
  low,
  high,
  departures: 2,
  employees: 14,
});

const LINDGARDEN: TurnoverSeries = {
  name: "Lindgården",
  limit: 0.1,
  years: [
    year(2021, 0.071, 0.002, 0.398),
    year(2022, 0, 0, 0.263),
    year(2023, 0.1, 0.012, 0.361),
    { year: 2024, rate: null },
    year(2025, 0.143, 0.017, 0.516),
  ],
};

const layout = (series: TurnoverSeries) =>
  turnoverLayout({
    series,
    size: { width: 872, roomy: true },
    panel: false,
    words: { rate: String, break: (name) => [name, "ny enhet"], span: ({ name }) => [name] },
  });

describe("a unit's turnover is drawn as it is", () => {
  it("fills the point at the limit and above, and leaves it hollow under", () => {
    const filled = layout(LINDGARDEN).slots.map((s) => s.mark?.filled);
    expect(filled).toEqual([false, false, true, undefined, true]);
  });

  it("ends an interval beyond the scale with an arrow, never with a shortened bar", () => {
    const marks = layout(LINDGARDEN).slots.map((s) => s.mark);
    expect(marks.map((m) => m?.beyond)).toEqual([false, false, false, undefined, true]);
    expect(marks[4]?.high).toBe(34);
  });

  it("gives a year without a rate no point, and draws no line through it", () => {
    const drawn = layout(LINDGARDEN);
    expect(drawn.slots[3]?.mark).toBeUndefined();
    expect(drawn.paths).toHaveLength(1);
  });

  it("draws no line across a break in the series", () => {
    const whole = { ...LINDGARDEN, years: LINDGARDEN.years.slice(0, 3) };
    const broken = { ...whole, breaks: [{ day: "2022-01-01", name: "ny enhet från 2022" }] };
    expect(layout(whole).paths[0]?.match(/[ML]/g)).toHaveLength(3);
    expect(layout(broken).paths[0]?.match(/[ML]/g)).toHaveLength(2);
  });

  it("begins at 0 and shows all units on one scale until a point needs more", () => {
    expect(turnoverAxis([year(2025, 0.184, 0.07, 0.9)], 0.1).max).toBe(0.4);
    expect(turnoverAxis([year(2025, 0.545, 0.28, 0.95)], 0.1).max).toBe(0.6);
    expect(turnoverAxis([], 0.1).ticks).toEqual([0, 0.2, 0.30000000000000004, 0.4]);
  });

  it("finds the place of a day among the years, held within the axis", () => {
    const years = LINDGARDEN.years;
    expect(slotOf("2021-01-01", { years, latest: undefined })).toBe(0);
    expect(slotOf("2023-07-01", { years, latest: undefined })).toBe(2.5);
    expect(slotOf("2026-07-01", { years, latest: undefined })).toBe(5);
    expect(slotOf("2026-07-01", { years, latest: { rate: null } })).toBe(5.5);
    expect(slotOf("2019-01-01", { years, latest: undefined })).toBe(0);
  });
});

const bracket = fc.record({
  from: fc.double({ min: 36, max: 770, noNaN: true }),
  length: fc.double({ min: 0, max: 400, noNaN: true }),
  open: fc.boolean(),
});

describe("explanations stand under the time they cover", () => {
  it("never lets two brackets or their words meet", () => {
    fc.assert(
      fc.property(fc.array(bracket, { maxLength: 6 }), (brackets) => {
        const wants = brackets.map(({ from, length, open }, i) => ({
          id: `${i}`,
          from,
          to: Math.min(from + length, 776),
          open,
          texts: ["a  sammanslagning", "a"],
        }));
        const placed = placeSpans(wants, 36, 776);
        const starts = placed.map(
          (p) => `${p.lane}:${Math.min(p.textX, Number(p.path.slice(1).split(" ")[0]))}`,
        );
        expect(new Set(starts).size).toBe(placed.length);
        for (const p of placed) expect(p.textX).toBeGreaterThanOrEqual(36);
      }),
    );
  });

  it("says it in fewer words rather than lower down", () => {
    const want = (id: string, from: number) => ({
      id,
      from,
      to: from + 40,
      open: false,
      texts: ["förklaring a", "a"],
    });
    const placed = placeSpans([want("1", 40), want("2", 130), want("3", 180)], 40, 346);
    expect(placed.map((p) => [p.text, p.lane])).toEqual([
      ["förklaring a", 0],
      ["a", 0],
      ["förklaring a", 0],
    ]);
  });

  it("leaves what still goes on open, with an arrow", () => {
    const [open] = placeSpans([{ id: "1", from: 40, to: 346, open: true, texts: ["a"] }], 40, 346);
    expect(open?.path).toBe("M40.0 0v6H346.0");
    expect(open?.arrow).toBe("M341.0 2l5 4l-5 4");
  });
});
