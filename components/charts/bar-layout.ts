import type { Figure } from "@/lib/disclosure/figure";

/** One row of a bar picture. */
export type BarRow = {
  readonly id: string;
  readonly name: string;
  /** ”t.ex. arbetsbelastning, chef, lön”, in the wide drawing. */
  readonly example?: string | undefined;
  readonly figure: Figure;
  /** The one row the finding speaks of: drawn dark. */
  readonly strong?: boolean | undefined;
};

/** What stands for a figure in a row: never a zero, a blank or a dash for what is withheld. */
export type BarMark =
  | { readonly kind: "bar"; readonly width: number }
  | { readonly kind: "bound"; readonly at: number; readonly to: number }
  | { readonly kind: "hatch"; readonly width: number };

/** Counts and rounded figures are bars from 0; bounds a point with an arrow to the open side. */
export function barMark(figure: Figure, total: number, room: number, hatch = 100): BarMark {
  if (figure.kind === "withheld") return { kind: "hatch", width: Math.min(hatch, room) };
  const at = (room * Math.min(Math.max(figure.n, 0), total)) / total;
  if (figure.kind === "at-least") return { kind: "bound", at, to: room };
  if (figure.kind === "at-most") return { kind: "bound", at, to: 0 };
  return { kind: "bar", width: at };
}

/** Where a mark ends and its words may begin. */
export function markEnd(mark: BarMark): number {
  return mark.kind === "bound" ? Math.max(mark.at + 6, mark.to) : mark.width;
}

const BLOCK = 5;
/** Between two blocks, px; blocks that would not be wider than that are drawn as one bar. */
const GAP = 3;

/**
 * A rounded count as blocks of five (of very many: as one bar), and the width of its noise as a thin bar around it (±`noise`
 * answers, not under 0). `unit` = px for one answer.
 */
export function blocks(n: number, noise: number, unit: number) {
  const size = BLOCK * unit;
  const count = Math.max(0, Math.round(n / BLOCK));
  const end = count * size;
  const whole = size < 2 * GAP && count > 0;
  return {
    blocks: whole
      ? [{ x: 0, width: end }]
      : Array.from({ length: count }, (_, i) => ({ x: i * size, width: size - GAP })),
    end,
    noise: { from: Math.max(0, end - noise * unit), to: end + noise * unit },
  };
}
