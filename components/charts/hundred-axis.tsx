import type { Size } from "@/components/charts/drawing";
import { round, Say } from "@/components/charts/marks";

const TICKS = [0, 25, 50, 75, 100];

type HundredAxisProps = {
  readonly x: (n: number) => number;
  /** Of the drawing. */
  readonly height: number;
  readonly size: Size;
};

/** The scale of 0 to 100 above rows. On a phone it fills the drawing, and its ends turn inwards to stay in it. */
export function HundredAxis({ x, height, size: { roomy, width } }: HundredAxisProps) {
  const at = (tick: number) => (tick === 100 && !roomy ? width : x(tick));
  const anchor = (tick: number) => {
    if (roomy || (tick > 0 && tick < 100)) return "middle";
    return tick === 0 ? "start" : "end";
  };
  return TICKS.map((tick) => (
    <g key={tick}>
      <path className={tick === 0 ? "axis" : "grid"} d={`M${round(x(tick))} 18V${height}`} />
      <Say x={at(tick)} y={12} anchor={anchor(tick)}>
        {`${tick}`}
      </Say>
    </g>
  ));
}
