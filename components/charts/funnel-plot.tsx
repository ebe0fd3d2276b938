"use client";

import { createContext, memo, useContext, useId, useMemo, useState } from "react";
import { Scatter, ScatterChart, type ScatterShapeProps, XAxis, YAxis } from "recharts";
import type { Size } from "@/components/charts/drawing";
import { FunnelEnds, FunnelGrid, type FunnelTexts } from "@/components/charts/funnel-frame";
import {
  type FunnelLimits,
  type FunnelUnit,
  funnelLayout,
} from "@/components/charts/funnel-layout";
import { dots, Labels, round } from "@/components/charts/marks";
import { PlotPoint } from "@/components/charts/plot-point";
import { useWidth } from "@/components/charts/use-width";
import type { Locale } from "@/lib/wording/number";

/** A unit of the funnel with its page and its figures in a sentence. */
export type PlotUnit = FunnelUnit & { readonly href: string; readonly text: string };

export type FunnelPlotProps = {
  /** In the order in which the points are walked. */
  readonly units: readonly PlotUnit[];
  /** [expected, times] of units that are only drawn: too many to walk. */
  readonly others?: readonly (readonly [number, number])[];
  readonly limits: FunnelLimits;
  readonly texts: FunnelTexts & { readonly label: string; readonly hint: string };
  readonly locale: Locale;
};

const WIDE: Size = { width: 872, roomy: true };
const NARROW: Size = { width: 328, roomy: false };
const SIZES: readonly Size[] = [WIDE, { width: 600, roomy: true }, NARROW];

/**
 * The funnel by Recharts, at 1:1 in the widest drawing that fits. Pointed at or walked with the arrow keys, a point
 * says its unit's figures under the picture; pressed, it leads to the unit's page.
 */
export function FunnelPlot({ texts, ...plot }: FunnelPlotProps) {
  const { ref, width } = useWidth();
  const [at, setAt] = useState<number | null>(null);
  const size = SIZES.find((one) => one.width <= (width ?? WIDE.width)) ?? NARROW;
  const walk = useMemo(() => ({ at, onReach: setAt }), [at]);
  const hint = useId();
  return (
    <div ref={ref} className="plot">
      <section aria-label={texts.label} aria-describedby={hint}>
        <Walk value={walk}>
          <Plot {...plot} texts={texts} size={size} />
        </Walk>
      </section>
      <p className="small plot-says">{plot.units[at ?? -1]?.text ?? texts.hint}</p>
      <p className="vh" id={hint}>
        {texts.hint}
      </p>
    </div>
  );
}

/** Which point is pointed at or walked to, and how one says so. */
const Walk = createContext<{
  readonly at: number | null;
  readonly onReach: (index: number) => void;
}>({ at: null, onReach: () => undefined });

type PlotProps = FunnelPlotProps & { readonly size: Size };

/** No unit's code begins so. */
const DRAWN = " ";

const onlyDrawn = ([expected, times]: readonly [number, number], index: number): FunnelUnit => ({
  ...{ id: `${DRAWN}${index}`, name: "", expected, times },
  mark: "plain",
});

/** Nothing is drawn by the axes themselves: the frame is the printed picture's own. */
const SILENT = { hide: true, type: "number", allowDataOverflow: true } as const;

/**
 * Drawn anew for another size only, and told of the walk past Recharts: what it draws anew are new points, and the one
 * that had the focus would lose it.
 */
const Plot = memo(function Plot({ units, others = [], limits, texts, locale, size }: PlotProps) {
  const layout = funnelLayout({ units: [...others.map(onlyDrawn), ...units], limits }, size);
  const { plot, height, domain } = layout;
  const margin = {
    top: plot.top,
    right: size.width - plot.right,
    bottom: height - plot.base,
    left: plot.left,
  };
  return (
    <ScatterChart width={size.width} height={height} margin={margin} accessibilityLayer={false}>
      <XAxis {...SILENT} dataKey="x" domain={[0, domain.x]} />
      <YAxis {...SILENT} dataKey="y" domain={[0, domain.y]} />
      <FunnelGrid layout={layout} texts={texts} locale={locale} />
      {Object.entries(layout.cut).map(([name, curve]) => (
        <Scatter
          key={name}
          data={[...curve]}
          line={{ className: name.endsWith("998") ? "p998" : "p95" }}
          shape={() => <g />}
          isAnimationActive={false}
        />
      ))}
      <path className="limit" d={`M${plot.left} ${round(layout.one)}H${plot.right}`} />
      <FunnelEnds layout={layout} texts={texts} roomy={size.roomy} />
      <path className="dots" d={dots(layout.points.filter(({ id }) => id.startsWith(DRAWN)))} />
      <Labels labels={layout.labels} />
      <Scatter
        data={units.map(({ id, expected, times }) => ({ id, x: expected, y: times }))}
        shape={<UnitPoint units={units} />}
        isAnimationActive={false}
      />
    </ScatterChart>
  );
});

type UnitPointProps = Pick<PlotProps, "units"> & Partial<ScatterShapeProps>;

/** Recharts gives the place. */
function UnitPoint({ units, cx, cy, payload }: UnitPointProps) {
  const { at, onReach } = useContext(Walk);
  const place = payload as { readonly id?: unknown } | undefined;
  const index = units.findIndex(({ id }) => id === place?.id);
  const unit = units[index];
  if (unit === undefined || cx === undefined || cy === undefined) return <g />;
  return (
    <PlotPoint
      x={cx}
      y={cy}
      unit={unit}
      index={index}
      count={units.length}
      active={index === at}
      entry={index === (at ?? 0)}
      onReach={onReach}
    />
  );
}
