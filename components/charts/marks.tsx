import type { Point } from "@/components/charts/geometry";
import type { Label } from "@/components/charts/label-placement";

/** Text on a chart: 13 px, its baseline at (x, y). */
export function Say({
  x,
  y,
  children,
  look,
  anchor,
}: {
  readonly x: number;
  readonly y: number;
  readonly children: string;
  readonly look?: string | undefined;
  readonly anchor?: "middle" | "end" | "start" | undefined;
}) {
  return (
    <text x={round(x)} y={round(y)} className={look} textAnchor={anchor}>
      {children}
    </text>
  );
}

/** Labels as placed, with a thin line to the point where it is not beside it. */
export function Labels({ labels }: { readonly labels: readonly Label[] }) {
  return labels.map((label) => (
    <g key={label.id}>
      {label.far ? <Thread from={label.at} to={{ x: label.x, y: label.y - 4 }} /> : null}
      <Say
        x={label.x}
        y={label.y}
        anchor={label.anchor}
        look={label.strong ? "strong halo" : "ink halo"}
      >
        {label.text}
      </Say>
    </g>
  ));
}

function Thread({ from, to }: { readonly from: Point; readonly to: Point }) {
  return (
    <path className="grid" d={`M${round(from.x)} ${round(from.y)}L${round(to.x)} ${round(to.y)}`} />
  );
}

export function round(x: number): number {
  return Math.round(x * 10) / 10;
}

/** Points as one path of strokes without length, whose round ends are the dots. */
export const dots = (points: readonly Point[]): string =>
  points.map(({ x, y }) => `M${round(x)} ${round(y)}h0`).join("");
