import { type Box, overlaps } from "@/components/charts/geometry";
import { textWidth } from "@/components/charts/text-width";

/** A bracket under the axis, in px along it. `texts`: long to short, the first that fits is used. */
export type SpanWant = {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly open: boolean;
  readonly texts: readonly string[];
};

export type PlacedSpan = {
  readonly id: string;
  readonly path: string;
  readonly arrow: string;
  readonly text: string;
  readonly textX: number;
  readonly lane: number;
};

/** A bracket shorter than this cannot be seen. */
const LEAST = 8;
const GAP = 8;
export const LANE = 34;

/**
 * Puts brackets in lanes so that neither they nor their labels meet; nothing leaves [left, right].
 * The last is placed first, so that an earlier one knows how far its words may run: fewer words are
 * better than another lane.
 */
export function placeSpans(
  wants: readonly SpanWant[],
  left: number,
  right: number,
): readonly PlacedSpan[] {
  const taken: Box[] = [];
  const placed = new Map<SpanWant, PlacedSpan>();
  for (const want of wants.toSorted((a, b) => b.from - a.from)) {
    const from = Math.min(want.from, right - LEAST);
    const to = Math.max(want.to, from + LEAST);
    const { text, textX, box } = freeLane(want.texts, { from, to, left, right }, taken);
    taken.push(box);
    placed.set(want, {
      id: want.id,
      text,
      textX,
      lane: box.y,
      ...bracket(from, to, want.open),
    });
  }
  return wants.flatMap((want) => placed.get(want) ?? []);
}

type Reach = {
  readonly from: number;
  readonly to: number;
  readonly left: number;
  readonly right: number;
};

/** The first lane, and the longest text, with room for bracket and text together. `box.y` = the lane. */
function freeLane(
  texts: readonly string[],
  { from, to, left, right }: Reach,
  taken: readonly Box[],
) {
  for (let lane = 0; ; lane++) {
    for (const text of texts) {
      const textX = Math.max(left, Math.min(from, right - textWidth(text)));
      const start = Math.min(from, textX);
      const end = Math.max(to, textX + textWidth(text));
      const box = { x: start, y: lane, width: end - start + GAP, height: 1 };
      if (!taken.some((other) => overlaps(other, box))) return { text, textX, box };
    }
  }
}

/** Relative to the lane's top: closed ⎵, or open at the right with an arrow head. */
function bracket(from: number, to: number, open: boolean) {
  const f = from.toFixed(1);
  const t = to.toFixed(1);
  return {
    path: `M${f} 0v6H${t}${open ? "" : "v-6"}`,
    arrow: open ? `M${(to - 5).toFixed(1)} 2l5 4l-5 4` : "",
  };
}
