import { useTranslations } from "next-intl";
import { Drawing, type Drawn, type Size } from "@/components/charts/drawing";
import { round, Say } from "@/components/charts/marks";
import { type TrendInput, trendLayout } from "@/components/charts/trend-layout";
import { useWordingLocale } from "@/components/charts/wording";
import { number } from "@/lib/wording/number";

/** What is drawn: quarters against their limits, rolling years against the motion's, days between departures. */
type Words = "trend" | "rolling" | "between";

type TrendChartProps = TrendInput & {
  readonly words?: Words;
  /** First and last quarter in words, for the text alternative. */
  readonly from: string;
  readonly to: string;
};

/** Quarter by quarter with mean and limits (XmR): what swings within the usual, and what does not. */
export function TrendChart({ from, to, words = "trend", ...input }: TrendChartProps) {
  const t = useTranslations(`charts.${words}`);
  const locale = useWordingLocale();
  const say = (value: number) => number(value, locale, DIGITS[words]);
  const label = t("label", {
    from,
    to,
    now: say(input.points.at(-1)?.value ?? 0),
    mean: say(input.mean),
    lower: say(input.lower ?? 0),
    upper: say(input.upper ?? 0),
  });
  const draw = (size: Size): Drawn => {
    const layout = trendLayout(input, size);
    return {
      height: layout.height,
      marks: <Trend layout={layout} input={input} roomy={size.roomy} words={words} />,
    };
  };
  return <Drawing label={label} draw={draw} />;
}

const DIGITS = { trend: 1, rolling: 1, between: 0 } as const;

type TrendProps = {
  readonly words: Words;
  readonly layout: ReturnType<typeof trendLayout>;
  readonly input: TrendInput;
  readonly roomy: boolean;
};

function Trend(props: TrendProps) {
  const { layout, roomy, words } = props;
  const t = useTranslations(`charts.${words}`);
  const locale = useWordingLocale();
  const { plot, lines, marks } = layout;
  const across = (y: number) => `M${plot.left} ${round(y)}H${plot.right}`;
  return (
    <>
      <Say x={0} y={14}>
        {t("unit")}
      </Say>
      {layout.grid.map(({ value, y }) => (
        <g key={value}>
          <path className={value === 0 ? "axis" : "grid"} d={across(y)} />
          <Say x={plot.left - 8} y={y + 4.5} anchor="end">
            {number(value, locale)}
          </Say>
        </g>
      ))}
      {lines.upper === null ? null : <path className="p95" d={across(lines.upper)} />}
      {lines.lower === null ? null : <path className="p95" d={across(lines.lower)} />}
      <path className="limit" d={across(lines.mean)} />
      <path className="link" d={layout.path} />
      {marks.map((m, i) => (
        <circle
          key={m.id}
          cx={round(m.x)}
          cy={round(m.y)}
          r={roomy ? 4 : 3}
          className={i === marks.length - 1 ? "pt on" : "dot"}
        />
      ))}
      {marks.map((m) =>
        m.ringed ? (
          <circle key={m.id} cx={round(m.x)} cy={round(m.y)} r="8" className="open" />
        ) : null,
      )}
      {layout.ticks.map((m) => (
        <Say key={m.id} x={m.x} y={plot.base + 20} anchor="middle">
          {m.tick ?? ""}
        </Say>
      ))}
      <Names {...props} />
    </>
  );
}

/** Under its line, or over it where the years stand under the axis. */
function lowerName(y: number, base: number): number {
  return y + 20 > base ? y - 7 : y + 16;
}

/** The lines' names: at the right end, or on the lines where there is no room beside. */
function Names({ layout, input, roomy, words }: TrendProps) {
  const t = useTranslations(`charts.${words}`);
  const locale = useWordingLocale();
  const { plot, lines, names } = layout;
  const say = (n: number) => number(n, locale, DIGITS[words]);
  const value = {
    upper: say(input.upper ?? 0),
    lower: say(input.lower ?? 0),
    mean: say(input.mean),
    now: say(input.points.at(-1)?.value ?? 0),
  };
  if (roomy) {
    return names.map(({ key, y }) => (
      <Say
        key={key}
        x={plot.right + 8}
        y={y + 4.5}
        look={key === "upper" || key === "lower" ? "em" : "strong"}
      >
        {`${key === "upper" && lines.upper === null ? "↑ " : ""}${t(key, { value: value[key] })}`}
      </Say>
    ));
  }
  return (
    <>
      {lines.upper === null ? null : (
        <Say x={plot.right} y={lines.upper - 7} anchor="end" look="em halo">
          {t("upperShort", { value: value.upper })}
        </Say>
      )}
      {lines.lower === null ? null : (
        <Say x={plot.right} y={lowerName(lines.lower, plot.base)} anchor="end" look="em halo">
          {t("upperShort", { value: value.lower })}
        </Say>
      )}
      <Say x={plot.right} y={14} anchor="end">
        {`${t("now", { value: value.now })}, ${t("mean", { value: value.mean })}`}
      </Say>
    </>
  );
}
