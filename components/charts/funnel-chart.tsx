import { Drawing, type Drawn, type Size } from "@/components/charts/drawing";
import { FunnelEnds, FunnelGrid, type FunnelTexts } from "@/components/charts/funnel-frame";
import {
  type FunnelLimits,
  type FunnelUnit,
  funnelLayout,
} from "@/components/charts/funnel-layout";
import type { Point } from "@/components/charts/geometry";
import { dots, Labels, round } from "@/components/charts/marks";
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
          <path className="dots" d={dots(layout.points.filter(({ mark }) => mark === "plain"))} />
          <Rings className="pt" points={layout.points.filter(({ mark }) => mark === "hollow")} />
          <Rings className="pt on" points={layout.points.filter(({ mark }) => mark === "filled")} />
          <FunnelEnds layout={layout} texts={texts} roomy={size.roomy} />
          <Labels labels={layout.labels} />
        </>
      ),
    };
  };
  return <Drawing label={texts.label} draw={draw} />;
}

type RingsProps = { readonly className: string; readonly points: readonly Point[] };

/** Circles of 6 px as one path: a region of thousands of units has hundreds, three times over. */
function Rings({ className, points }: RingsProps) {
  if (points.length === 0) return null;
  const ring = ({ x, y }: Point) => `M${round(x - 6)} ${round(y)}a6 6 0 1 0 12 0a6 6 0 1 0-12 0`;
  return <path className={className} d={points.map(ring).join("")} />;
}
