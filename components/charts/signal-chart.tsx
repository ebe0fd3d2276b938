import { useTranslations } from "next-intl";
import { Drawing, type Drawn, type Size } from "@/components/charts/drawing";
import { round, Say } from "@/components/charts/marks";
import { type SignalMark, signalLayout } from "@/components/charts/signal-layout";
import { useWordingLocale } from "@/components/charts/wording";
import { number } from "@/lib/wording/number";

type SignalChartProps = {
  /** What is drawn, named in the text alternative. */
  readonly title: string;
  readonly marks: readonly SignalMark[];
  /** Points of an index, else per cent. */
  readonly index: boolean;
  /** The lowest value of the indices that stand together. */
  readonly lowest?: number | undefined;
  /** First and last period in words. */
  readonly from: string;
  readonly to: string;
};

/** One signal over time: the unit's line and its peers' mean, dashed and named. */
export function SignalChart({ title, marks, index, lowest, from, to }: SignalChartProps) {
  const t = useTranslations("signals.chart");
  const locale = useWordingLocale();
  const digits = index ? 0 : 1;
  const lastOf = (key: "value" | "peers") => marks.findLast((mark) => mark[key] !== null)?.[key];
  const [now, mean] = [lastOf("value") ?? null, lastOf("peers") ?? null];
  const words = {
    now: now === null ? "" : t("now", { value: number(now, locale, digits) }),
    peers: mean === null ? "" : t("peers", { value: number(mean, locale, digits) }),
  };
  const said = [words.now, words.peers].filter((word) => word !== "").join(", ");
  const draw = (size: Size): Drawn => {
    const layout = signalLayout(marks, index, size, lowest);
    const { plot, height, grid, ticks, paths, dots, names } = layout;
    return {
      height,
      marks: (
        <>
          <Say x={0} y={14}>
            {t(index ? "unit.index" : "unit.percent", { from: grid[0]?.value ?? 0 })}
          </Say>
          {grid.map(({ value, y }, i) => (
            <g key={value}>
              <path
                className={i === 0 ? "axis" : "grid"}
                d={`M${plot.left} ${round(y)}H${plot.right}`}
              />
              <Say x={plot.left - 8} y={y + 4.5} anchor="end">
                {number(value, locale)}
              </Say>
            </g>
          ))}
          {paths.peers.map((d) => (
            <path key={d} className="limit" d={d} />
          ))}
          {paths.own.map((d) => (
            <path key={d} className="link" d={d} />
          ))}
          {dots.map((dot, i) => (
            <circle
              key={dot.id}
              cx={round(dot.x)}
              cy={round(dot.y)}
              r={size.roomy ? 4 : 3}
              className={i === dots.length - 1 ? "pt on" : "dot"}
            />
          ))}
          {ticks.map(({ year, x }) => (
            <Say key={year} x={x} y={plot.base + 20} anchor="middle">
              {`${year}`}
            </Say>
          ))}
          {size.roomy ? (
            names.map(({ key, y }) => (
              <Say key={key} x={plot.right + 8} y={y + 4.5} look={key === "now" ? "strong" : "ink"}>
                {words[key]}
              </Say>
            ))
          ) : (
            <Say x={0} y={34} look="ink">
              {said}
            </Say>
          )}
        </>
      ),
    };
  };
  return <Drawing label={t("label", { title, from, to, said })} draw={draw} />;
}
