import { useTranslations } from "next-intl";
import { Drawing, type Drawn, type Size } from "@/components/charts/drawing";
import {
  type FunnelLimits,
  type FunnelUnit,
  funnelLayout,
} from "@/components/charts/funnel-layout";
import { Labels, round, Say } from "@/components/charts/marks";
import { useWordingLocale } from "@/components/charts/wording";
import { listInWords } from "@/lib/wording/names";
import { number } from "@/lib/wording/number";

type FunnelChartProps = {
  readonly units: readonly FunnelUnit[];
  readonly limits: FunnelLimits;
  /** Names of units above the upper 95 % and 99.8 % limits, for the text alternative. */
  readonly outside: readonly string[];
  readonly strong: readonly string[];
  /** The window: 36. */
  readonly months: number;
};

/** Times the expected against expected departures, so that peer groups share one picture. */
export function FunnelChart({ units, limits, outside, strong, months }: FunnelChartProps) {
  const t = useTranslations("charts.funnel");
  const locale = useWordingLocale();
  const names = (list: readonly string[]) => listInWords(list, locale) || "none";
  const label = t("label", { count: units.length, outside: names(outside), strong: names(strong) });
  const draw = (size: Size): Drawn => {
    const layout = funnelLayout({ units, limits }, size);
    return {
      height: layout.height,
      marks: (
        <>
          <Grid layout={layout} months={months} />
          {layout.paths.map(({ name, d }) => (
            <path key={name} className={name.endsWith("998") ? "p998" : "p95"} d={d} />
          ))}
          <path
            className="limit"
            d={`M${layout.plot.left} ${round(layout.one)}H${layout.plot.right}`}
          />
          {layout.points.map((p) => (
            <circle
              key={p.id}
              cx={round(p.x)}
              cy={round(p.y)}
              r={p.mark === "plain" ? 4 : 6}
              className={LOOK[p.mark]}
            />
          ))}
          <Ends layout={layout} roomy={size.roomy} />
          <Labels labels={layout.labels} />
        </>
      ),
    };
  };
  return <Drawing label={label.trim()} draw={draw} />;
}

const LOOK = { plain: "dot", hollow: "pt", filled: "pt on" } as const;

type Layout = { readonly layout: ReturnType<typeof funnelLayout> };

function Grid({ layout, months }: Layout & { readonly months: number }) {
  const t = useTranslations("charts.funnel");
  const locale = useWordingLocale();
  const { plot, xTicks, yTicks } = layout;
  return (
    <>
      <Say x={0} y={14}>
        {t("times")}
      </Say>
      {yTicks.map(({ value, y }) => (
        <g key={value}>
          <path
            className={value === 0 ? "axis" : "grid"}
            d={`M${plot.left} ${round(y)}H${plot.right}`}
          />
          <Say x={plot.left - 8} y={y + 4.5} anchor="end" look={value === 1 ? "strong" : undefined}>
            {number(value, locale)}
          </Say>
        </g>
      ))}
      {xTicks.map(({ value, x }) => (
        <Say key={value} x={x} y={plot.base + 20} anchor="middle">
          {number(value, locale)}
        </Say>
      ))}
      <Say x={plot.right} y={plot.base + 38} anchor="end">
        {t("expected", { months })}
      </Say>
    </>
  );
}

/** The lines' names at their right ends. */
function Ends({ layout, roomy }: Layout & { readonly roomy: boolean }) {
  const t = useTranslations("charts.funnel");
  const words = {
    upper998: t("limit998"),
    upper95: t(roomy ? "limit95" : "limit95Short"),
  };
  return (
    <>
      {layout.ends.map((end) => (
        <Say key={end.name} x={end.x} y={end.y} anchor={end.anchor} look="em halo">
          {words[end.name]}
        </Say>
      ))}
      {roomy ? (
        <Say x={layout.plot.right + 8} y={layout.one + 4.5} look="strong">
          {t("asExpected")}
        </Say>
      ) : null}
    </>
  );
}
