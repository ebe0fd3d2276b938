import { scaleLinear } from "d3-scale";
import type { Size } from "@/components/charts/drawing";

/** A unit's quarter as it is drawn. `usual` null: earlier quarters are not known. */
export type UsualRow = {
  readonly key: string;
  readonly name: string;
  readonly now: number;
  readonly usual: { readonly mean: number; readonly low: number; readonly high: number } | null;
  readonly many: boolean;
};

const NAMES = 240;
const ROW = { roomy: 32, narrow: 48 } as const;

/** One line a unit: name, the range of earlier quarters with its mean, and this quarter. Counts from 0. */
export function usualLayout(rows: readonly UsualRow[], { width, roomy }: Size) {
  const highest = Math.max(4, ...rows.map(({ now, usual }) => Math.max(now, usual?.high ?? 0)));
  const left = roomy ? NAMES : 10;
  const x = scaleLinear([0, highest], [left, width - 40]).nice();
  const row = roomy ? ROW.roomy : ROW.narrow;
  return {
    left,
    height: 24 + rows.length * row + 32,
    top: 16,
    foot: 24 + rows.length * row,
    ticks: x
      .ticks(5)
      .filter(Number.isInteger)
      .map((value) => ({ value, x: x(value) })),
    rows: rows.map((one, i) => {
      const middle = 24 + i * row + (roomy ? row / 2 : row - 14);
      return {
        ...one,
        middle,
        nameY: roomy ? middle + 4 : middle - 16,
        at: x(one.now),
        band: one.usual && {
          low: x(one.usual.low),
          high: x(one.usual.high),
          mean: x(one.usual.mean),
        },
      };
    }),
  };
}
