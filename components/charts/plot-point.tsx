import type { KeyboardEvent } from "react";
import type { FunnelUnit } from "@/components/charts/funnel-layout";
import { round } from "@/components/charts/marks";

const LOOK = { plain: "dot", hollow: "pt", filled: "pt on" } as const;
/** As wide as a finger asks for (WCAG 2.5.8: 24 px). */
const HIT = 12;

type PlotPointProps = {
  readonly x: number;
  readonly y: number;
  readonly unit: Pick<FunnelUnit, "mark"> & { readonly href: string; readonly text: string };
  readonly index: number;
  /** How many points there are. */
  readonly count: number;
  /** Pointed at or walked to. */
  readonly active: boolean;
  /** The one point of the picture that the tab key reaches. */
  readonly entry: boolean;
  readonly onReach: (index: number) => void;
};

/** A unit as a link: its figures are its name, the arrow keys lead to its neighbours in the alphabet. */
export function PlotPoint({ x, y, unit, index, count, active, entry, onReach }: PlotPointProps) {
  const centre = { cx: round(x), cy: round(y) };
  return (
    <a
      href={unit.href}
      aria-label={unit.text}
      data-point={index}
      tabIndex={entry ? 0 : -1}
      onFocus={() => onReach(index)}
      onMouseEnter={() => onReach(index)}
      onKeyDown={(event) => walk(event, index, count)}
    >
      <circle {...centre} r={HIT} className="hit" />
      {active ? <circle {...centre} r="10" className="open" /> : null}
      <circle {...centre} r={unit.mark === "plain" ? 4 : 6} className={LOOK[unit.mark]} />
    </a>
  );
}

/** Where a key leads from a point; null when it leads nowhere. */
export function stepTo(key: string, index: number, count: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: (index + 1) % count,
    ArrowDown: (index + 1) % count,
    ArrowLeft: (index + count - 1) % count,
    ArrowUp: (index + count - 1) % count,
    Home: 0,
    End: count - 1,
  };
  return steps[key] ?? null;
}

function walk(event: KeyboardEvent<SVGAElement | HTMLAnchorElement>, index: number, count: number) {
  const next = stepTo(event.key, index, count);
  if (next === null) return;
  event.preventDefault();
  const picture = event.currentTarget.closest("svg");
  picture?.querySelector<SVGAElement>(`[data-point="${next}"]`)?.focus();
}
