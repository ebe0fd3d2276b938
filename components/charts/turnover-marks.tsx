import { useTranslations } from "next-intl";
import { HatchPattern } from "@/components/charts/hatch";
import { IntervalBar } from "@/components/charts/interval-bar";
import { Labels, round, Say } from "@/components/charts/marks";
import { BreakMark, SpanMarks } from "@/components/charts/time-marks";
import type { TurnoverSeries } from "@/components/charts/turnover-data";
import type { TurnoverLayout } from "@/components/charts/turnover-layout";
import { useWordingLocale } from "@/components/charts/wording";
import { number, percent } from "@/lib/wording/number";

type MarksProps = {
  readonly layout: TurnoverLayout;
  readonly series: TurnoverSeries;
  readonly panel: boolean;
  readonly roomy: boolean;
  readonly hatch: string;
};

/** The drawing itself, back to front: grid, intervals, limit, line, points, words. */
export function TurnoverMarks(props: MarksProps) {
  const { layout, panel, hatch } = props;
  const { plot, slots } = layout;
  return (
    <>
      <HatchPattern id={hatch} />
      <Scale {...props} />
      {slots.map(({ x, mark }) =>
        mark ? (
          <IntervalBar key={x} x={x} width={panel ? 12 : 16} {...mark} />
        ) : (
          <Unrated key={x} x={x} base={plot.base} hatch={hatch} />
        ),
      )}
      <Limit {...props} />
      {layout.paths.map((d) => (
        <path key={d} className="link" d={d} />
      ))}
      {layout.names.map((name, i) => (
        <BreakMark key={name.text} x={layout.breaks[i]?.x ?? 0} plot={plot} name={name} />
      ))}
      {slots.map(({ x, mark }) =>
        mark ? (
          <circle
            key={x}
            cx={round(x)}
            cy={round(mark.y)}
            r={panel ? 5 : 6}
            className={mark.filled ? "pt on" : "pt"}
          />
        ) : null,
      )}
      {layout.latestX === undefined ? null : (
        <path className="axis" d={`M${round(layout.latestX)} ${plot.base}v8`} />
      )}
      <Labels labels={layout.labels} />
      <Periods {...props} />
      <SpanMarks spans={layout.spans} top={layout.under} />
    </>
  );
}

/** Gridlines and their figures; in a panel the top one carries the sign. */
function Scale({ layout, series, panel }: MarksProps) {
  const t = useTranslations("charts.turnover");
  const locale = useWordingLocale();
  const { plot, ticks, limitY } = layout;
  const right = plot.width - plot.right;
  const last = ticks.at(-1)?.share;
  return (
    <>
      {panel ? null : (
        <Say x={0} y={14}>
          {t("unit")}
        </Say>
      )}
      {ticks.map(({ share, y }) => (
        <g key={share}>
          <path
            className={share === 0 ? "axis" : "grid"}
            d={`M${plot.left} ${round(y)}H${right}`}
          />
          <Say x={plot.left - 8} y={y + 4.5} anchor="end">
            {panel && share === last ? percent(share, locale, 0) : number(share * 100, locale)}
          </Say>
        </g>
      ))}
      <Say x={plot.left - 8} y={limitY + 4.5} anchor="end" look="strong">
        {number(series.limit * 100, locale)}
      </Say>
    </>
  );
}

/** The limit is named once: at its end, or beside the unit where there is no room there. */
function Limit({ layout, series, panel, roomy }: MarksProps) {
  const t = useTranslations("charts.turnover");
  const limit = percent(series.limit, useWordingLocale(), 0);
  const { plot, limitY } = layout;
  const right = plot.width - plot.right;
  return (
    <>
      <path className="limit" d={`M${plot.left} ${round(limitY)}H${right}`} />
      {panel ? null : roomy ? (
        <>
          <Say x={right + 10} y={limitY - 2} look="strong">
            {t("limitOwner")}
          </Say>
          <Say x={right + 10} y={limitY + 14} look="strong">
            {t("limit", { limit })}
          </Say>
        </>
      ) : (
        <Say x={right} y={14} anchor="end">
          {t("dashed", { limit })}
        </Say>
      )}
    </>
  );
}

function Periods({ layout, series, roomy, panel }: MarksProps) {
  const t = useTranslations("charts.turnover");
  const locale = useWordingLocale();
  const { plot, slots, rates, notes } = layout;
  return slots.map(({ x }, i) => {
    const rate = rates[i];
    const period = series.years[i]?.year;
    return (
      <g key={x}>
        <Say x={x} y={plot.base + 20} anchor="middle">
          {period ? `${period}` : t(roomy && !panel ? "latest" : "latestShort")}
        </Say>
        {notes && rate && rate.rate !== null ? (
          <Say x={x} y={plot.base + 37} anchor="middle">
            {t("behind", {
              departures: number(rate.departures, locale),
              employees: number(rate.employees, locale),
            })}
          </Say>
        ) : null}
      </g>
    );
  });
}

/** Too few employees for a rate: hatch and words where the mark would be. */
function Unrated({
  x,
  base,
  hatch,
}: {
  readonly x: number;
  readonly base: number;
  readonly hatch: string;
}) {
  const t = useTranslations("charts.turnover");
  return (
    <>
      <rect
        x={round(x - 8)}
        y={base - 40}
        width="16"
        height="40"
        className="hatched"
        fill={`url(#${hatch})`}
      />
      <Say x={x} y={base - 48} anchor="middle" look="halo">
        {t("tooFew")}
      </Say>
    </>
  );
}
