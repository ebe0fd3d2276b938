import { round, Say } from "@/components/charts/marks";
import type { Plot } from "@/components/charts/turnover-scale";
import { LANE, type PlacedSpan } from "@/components/charts/turnover-spans";

type BreakName = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "end";
};

/** From here it is another unit: dotted line, `//` on the axis, words. */
export function BreakMark({
  x,
  plot,
  name,
}: {
  readonly x: number;
  readonly plot: Plot;
  readonly name: BreakName;
}) {
  const at = round(x);
  const foot = plot.base + 5;
  return (
    <>
      <path className="break" d={`M${at} ${plot.top - 4}V${plot.base}`} />
      <path className="expl" d={`M${round(at - 4)} ${foot}l4 -10M${at} ${foot}l4 -10`} />
      <Say x={name.x} y={name.y} anchor={name.anchor} look="halo">
        {name.text}
      </Say>
    </>
  );
}

/** Brackets under the axis with their words. */
export function SpanMarks({
  spans,
  top,
}: {
  readonly spans: readonly PlacedSpan[];
  readonly top: number;
}) {
  return spans.map((span) => (
    <g key={span.id} transform={`translate(0 ${top + span.lane * LANE})`}>
      <path className="expl" d={span.path} />
      {span.arrow ? <path className="expl" d={span.arrow} /> : null}
      <Say x={span.textX} y={22}>
        {span.text}
      </Say>
    </g>
  ));
}
