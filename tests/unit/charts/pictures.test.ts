import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { barMark, blocks, markEnd } from "@/components/charts/bar-layout";
import { funnelLayout } from "@/components/charts/funnel-layout";
import { around, overlaps, underCeiling } from "@/components/charts/geometry";
import { textBox } from "@/components/charts/label-placement";
import { dodge } from "@/components/charts/peer-layout";
import { linesOf, textWidth } from "@/components/charts/text-width";
import { timelinePlaces } from "@/components/charts/timeline";
import { spread, trendLayout } from "@/components/charts/trend-layout";

describe("a withheld figure never looks like a number", () => {
  it("is hatched, not zero and not blank", () => {
    expect(barMark({ kind: "withheld", reason: "too-few" }, 8, 400)).toEqual({
      kind: "hatch",
      width: 100,
    });
  });

  it("draws at least and at most as a point with an arrow to the open side", () => {
    expect(barMark({ kind: "at-least", n: 6 }, 8, 400)).toEqual({
      kind: "bound",
      at: 300,
      to: 400,
    });
    expect(barMark({ kind: "at-most", n: 2 }, 8, 400)).toEqual({ kind: "bound", at: 100, to: 0 });
    expect(markEnd({ kind: "bound", at: 100, to: 0 })).toBe(106);
  });

  it("draws an exact count as a bar of its length", () => {
    expect(barMark({ kind: "count", n: 2 }, 8, 400)).toEqual({ kind: "bar", width: 100 });
  });
});

describe("a rounded count shows how rough it is", () => {
  it("is drawn as one block for each five", () => {
    expect(blocks(20, 4, 10).blocks).toHaveLength(4);
    expect(blocks(20, 4, 10).noise).toEqual({ from: 160, to: 240 });
  });

  it("keeps about 0 on the axis, with its noise above it only", () => {
    expect(blocks(0, 4, 10)).toEqual({ blocks: [], end: 0, noise: { from: 0, to: 40 } });
    expect(blocks(-5, 4, 10).blocks).toEqual([]);
  });
});

describe("the funnel", () => {
  const limits = {
    upper95: [
      { x: 1, y: 4 },
      { x: 3, y: 2 },
      { x: 9, y: 1.5 },
    ],
    lower95: [],
    upper998: [],
    lower998: [],
  };
  const unit = (id: string, mark: "filled" | "plain") => ({
    id,
    name: id,
    expected: 5,
    times: 1.2,
    mark,
  });

  it("names only the units the text speaks of", () => {
    const units = [unit("Björken", "filled"), unit("Nyhem", "plain")];
    const { labels } = funnelLayout({ units, limits }, { width: 872, roomy: true });
    expect(labels.map((l) => l.text)).toEqual(["Björken"]);
  });

  it("cuts a limit curve exactly where it leaves the picture", () => {
    expect(underCeiling(limits.upper95, 3)).toEqual([
      { x: 2, y: 3 },
      { x: 3, y: 2 },
      { x: 9, y: 1.5 },
    ]);
  });

  it("makes room for a unit far above the others", () => {
    const units = [{ ...unit("Björken", "filled"), times: 6 }];
    const { points, plot } = funnelLayout({ units, limits }, { width: 328, roomy: false });
    expect(points[0]?.y).toBeGreaterThanOrEqual(plot.top);
  });

  it("names the limits clear of every unit's point, also on a phone", () => {
    const last = limits.upper95.at(-1);
    const curves = { ...limits, upper998: limits.upper95.map(({ x, y }) => ({ x, y: y + 0.4 })) };
    // Two units right where the names would stand first.
    const units = [0.1, 0.5].map((over) => ({
      ...unit(`${over}`, "filled"),
      expected: (last?.x ?? 0) - 0.4,
      times: (last?.y ?? 0) + over,
    }));
    for (const size of [
      { width: 328, roomy: false },
      { width: 872, roomy: true },
    ] as const) {
      const { ends, points } = funnelLayout({ units, limits: curves }, size);
      const boxes = ends.map((end) => textBox("99,8 %", end, end.anchor, true));
      expect(boxes).toHaveLength(2);
      for (const box of boxes)
        expect(points.filter((point) => overlaps(around(point, 8), box))).toEqual([]);
    }
  });
});

describe("points and names stand clear of each other", () => {
  it("never lets two peers lie on top of each other", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { maxLength: 40 }),
        (xs) => {
          const levels = dodge(xs);
          xs.forEach((x, i) => {
            xs.forEach((other, k) => {
              if (k > i && levels[k] === levels[i])
                expect(Math.abs(x - other)).toBeGreaterThanOrEqual(10);
            });
          });
        },
      ),
    );
  });

  it("keeps the names of a trend's lines a line apart, in the order of the lines", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { maxLength: 4 }),
        (ys) => {
          const placed = spread(
            ys.map((y) => ({ y })),
            17,
          );
          placed.slice(1).forEach((item, i) => {
            expect(item.y - (placed[i]?.y ?? 0)).toBeGreaterThanOrEqual(17 - 1e-6);
          });
        },
      ),
    );
  });
});

describe("axes", () => {
  it("no line leads over what is left out", () => {
    const points = [8, 12, 23, 20].map((value, i) => ({ id: `${i}`, value, apart: i === 2 }));
    const layout = trendLayout({ points, mean: 10 }, { width: 872, roomy: true });
    expect(layout.path.match(/M/g)).toHaveLength(2);
  });

  it("begins a trend at 0 with at most five gridlines", () => {
    const points = [{ id: "a", value: 6.5 }];
    const layout = trendLayout(
      { points, mean: 6.1, lower: 2.1, upper: 10 },
      { width: 872, roomy: true },
    );
    expect(layout.grid.map((g) => g.value)).toEqual([0, 4, 8, 12]);
  });

  it("names a limit far beyond all points instead of pressing the points on the axis", () => {
    const points = [{ id: "a", value: 130 }];
    const size = { width: 872, roomy: true } as const;
    const far = trendLayout({ points, mean: 132, lower: 0, upper: 10_003 }, size);
    expect(far.grid.at(-1)?.value).toBeLessThan(400);
    expect(far.lines.upper).toBeNull();
    expect(far.names.map(({ key }) => key)).toContain("upper");
    const near = trendLayout({ points, mean: 132, lower: 0, upper: 390 }, size);
    expect(near.lines.upper).not.toBeNull();
  });

  it("holds today within the round's line, before it opens and after it is published", () => {
    const round = { opens: "2026-07-01", closes: "2026-09-30", publishes: "2026-11-16" };
    expect(timelinePlaces({ ...round, today: "2026-06-01" }, 872).today).toBe(6);
    expect(timelinePlaces({ ...round, today: "2027-06-01" }, 872).today).toBe(866);
  });
});

describe("a long name", () => {
  it("is broken between words, and never cut", () => {
    const name = "Omorganisation, sammanslagning eller flytt av verksamhet";
    const lines = linesOf(name, 300);
    expect(lines.join(" ")).toBe(name);
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(300);
    expect(linesOf("Kort", 10)).toEqual(["Kort"]);
  });
});
