import type { funnelLayout } from "@/components/charts/funnel-layout";
import { round, Say } from "@/components/charts/marks";
import { type Locale, number } from "@/lib/wording/number";

type Layout = ReturnType<typeof funnelLayout>;

/** The words of the funnel's axes and lines. */
export type FunnelTexts = Readonly<
  Record<"times" | "expected" | "limit95" | "limit95Short" | "limit998" | "asExpected", string>
>;

type GridProps = { readonly layout: Layout; readonly texts: FunnelTexts; readonly locale: Locale };

/** Gridlines with their values, and what the axes count. */
export function FunnelGrid({ layout, texts, locale }: GridProps) {
  const { plot, xTicks, yTicks } = layout;
  return (
    <>
      <Say x={0} y={14}>
        {texts.times}
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
        {texts.expected}
      </Say>
    </>
  );
}

type EndsProps = { readonly layout: Layout; readonly texts: FunnelTexts; readonly roomy: boolean };

/** The lines' names at their right ends. */
export function FunnelEnds({ layout, texts, roomy }: EndsProps) {
  const words = {
    upper998: texts.limit998,
    upper95: roomy ? texts.limit95 : texts.limit95Short,
  };
  return (
    <>
      {layout.ends.map((end) => (
        <Say key={end.name} x={end.x} y={end.y} anchor={end.anchor} look="em halo">
          {words[end.name]}
        </Say>
      ))}
      {roomy ? (
        <Say x={layout.asExpected.x} y={layout.asExpected.y} look="strong">
          {texts.asExpected}
        </Say>
      ) : null}
    </>
  );
}
