import { round } from "@/components/charts/marks";

/** An interval: pale bar with capped ends, or an open arrow head where it goes on beyond the scale. */
export function IntervalBar({
  x,
  low,
  high,
  width,
  beyond,
}: {
  readonly x: number;
  readonly low: number;
  readonly high: number;
  readonly width: number;
  readonly beyond: boolean;
}) {
  const left = round(x - width / 2);
  const arrow = `M${left} ${round(high - 1)}l${width / 2} -7l${width / 2} 7`;
  return (
    <>
      <rect x={left} y={round(high)} width={width} height={round(low - high)} className="band" />
      <path className="cap" d={`M${left} ${round(low)}h${width}`} />
      <path className="cap" d={beyond ? arrow : `M${left} ${round(high)}h${width}`} />
    </>
  );
}
