import { useTranslations } from "next-intl";
import { useId } from "react";
import { HatchPattern } from "@/components/charts/hatch";
import { round } from "@/components/charts/marks";
import type { Figure } from "@/lib/disclosure/figure";

type BoundScaleProps = {
  /** A mean on the scale, or the bound it stands at. The number is printed beside it: this is its picture. */
  readonly figure: Figure;
  readonly low?: number;
  readonly high?: number;
};

const LEFT = 4;
const RIGHT = 196;

/** A mean on a short axis: a point, and an arrow to the end of the scale on the open side. */
export function BoundScale({ figure, low = 1, high = 5 }: BoundScaleProps) {
  const id = useId();
  if (figure.kind === "withheld") {
    return (
      <svg viewBox="0 0 200 20" width="200" height="20" aria-hidden="true">
        <HatchPattern id={id} />
        <rect x={LEFT} y="4" width={RIGHT - LEFT} height="12" fill={`url(#${id})`} />
      </svg>
    );
  }
  const x = LEFT + ((RIGHT - LEFT) * (figure.n - low)) / (high - low);
  return (
    <svg viewBox="0 0 200 20" width="200" height="20" aria-hidden="true">
      <path className="grid" d={`M${LEFT} 10H${RIGHT}${ticks(high - low)}`} />
      {figure.kind === "at-least" ? (
        <path className="p95" d={`M${round(x)} 10H${RIGHT}M${RIGHT - 6} 5l6 5l-6 5`} />
      ) : null}
      {figure.kind === "at-most" ? (
        <path className="p95" d={`M${round(x)} 10H${LEFT}M${LEFT + 6} 5l-6 5l6 5`} />
      ) : null}
      <circle cx={round(x)} cy="10" r="5" className="pt on" />
    </svg>
  );
}

function ticks(steps: number): string {
  const count = Math.min(steps, 10);
  return Array.from(
    { length: count + 1 },
    (_, i) => `M${round(LEFT + ((RIGHT - LEFT) * i) / count)} 6v8`,
  ).join("");
}

/** The heading of a column of BoundScales. */
export function BoundScaleEnds() {
  const t = useTranslations("charts.scale");
  return (
    <span className="ends">
      <span>{t("low")}</span>
      <span>{t("high")}</span>
    </span>
  );
}
