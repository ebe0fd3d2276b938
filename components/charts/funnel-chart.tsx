import { Drawing, type Drawn, type Size } from "@/components/charts/drawing";
import { FunnelEnds, FunnelGrid, type FunnelTexts } from "@/components/charts/funnel-frame";
import {
  type FunnelLimits,
  type FunnelUnit,
  funnelLayout,
} from "@/components/charts/funnel-layout";
import { Labels, round } from "@/components/charts/marks";
import type { Locale } from "@/lib/wording/number";

type FunnelChartProps = {
  readonly units: readonly FunnelUnit[];
  readonly limits: FunnelLimits;
  readonly texts: FunnelTexts & { readonly label: string };
  readonly locale: Locale;
};

/** Times the expected against expected departures, so that peer groups share one picture. */
export function FunnelChart({ units, limits, texts, locale }: FunnelChartProps) {
  const draw = (size: Size): Drawn => {
    const layout = funnelLayout({ units, limits }, size);
    return {
      height: layout.height,
      marks: (
        <>
          <FunnelGrid layout={layout} texts={texts} locale={locale} />
          {layout.paths.map(({ name, d }) => (
            <path key={name} className={name.endsWith("998") ? "p998" : "p95"} d={d} />
          ))}
          <path
            className="limit"
            d={`M${layout.plot.left} ${round(layout.one)}H${layout.plot.right}`}
          />
          {/* All plain points are one path of strokes without length, whose round ends are the dots. */}
          <path
            className="dots"
            d={layout.points
              .filter((p) => p.mark === "plain")
              .map((p) => `M${round(p.x)} ${round(p.y)}h0`)
              .join("")}
          />
          {layout.points.flatMap(({ id, mark, x, y }) =>
            mark === "plain"
              ? []
              : [<circle key={id} cx={round(x)} cy={round(y)} r={6} className={LOOK[mark]} />],
          )}
          <FunnelEnds layout={layout} texts={texts} roomy={size.roomy} />
          <Labels labels={layout.labels} />
        </>
      ),
    };
  };
  return <Drawing label={texts.label} draw={draw} />;
}

const LOOK = { hollow: "pt", filled: "pt on" } as const;
