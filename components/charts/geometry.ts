import { line } from "d3-shape";

export type Point = { readonly x: number; readonly y: number };
export type Box = Point & { readonly width: number; readonly height: number };

const path = line<Point>(
  (p) => p.x,
  (p) => p.y,
).digits(1);

/** A line through points as an SVG path; fewer than two points draw nothing. */
export function linePath(points: readonly Point[]): string {
  return points.length < 2 ? "" : (path([...points]) ?? "");
}

export function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

export function inside(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/** The square around a round mark. */
export function around(centre: Point, radius: number): Box {
  return { x: centre.x - radius, y: centre.y - radius, width: 2 * radius, height: 2 * radius };
}

/** A line as small boxes, so that labels can keep off it. */
export function alongLine(points: readonly Point[], step = 4): Box[] {
  return points.slice(1).flatMap((to, i) => {
    const from = points[i] ?? to;
    const n = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / step));
    return Array.from({ length: n + 1 }, (_, k) => {
      const at = { x: from.x + ((to.x - from.x) * k) / n, y: from.y + ((to.y - from.y) * k) / n };
      return around(at, 1);
    });
  });
}

/** The part of a curve (in its own units, x rising) at or under a ceiling, cut exactly where it crosses. */
export function underCeiling(curve: readonly Point[], ceiling: number): Point[] {
  return curve.flatMap((p, i) => {
    const before = curve[i - 1];
    if (!before || before.y > ceiling === p.y > ceiling) return p.y <= ceiling ? [p] : [];
    const share = (ceiling - before.y) / (p.y - before.y);
    const crossing = { x: before.x + (p.x - before.x) * share, y: ceiling };
    return p.y <= ceiling ? [crossing, p] : [crossing];
  });
}
