import { scaleLinear } from "d3-scale";
import { useTranslations } from "next-intl";
import { round, Say } from "@/components/charts/marks";

type ForecastProps = {
  /** Months until the unit can be shown, and the span it probably lies within. */
  readonly months: number;
  readonly low: number;
  readonly high: number;
};

/** When a unit's own result can be shown: from turnover and the planning rate, never from what waits. */
export function Forecast({ months, low, high }: ForecastProps) {
  const t = useTranslations("charts.forecast");
  const step = [6, 12, 24, 60].find((s) => high / s <= 4) ?? 120;
  const last = Math.ceil(high / step) * step;
  const x = scaleLinear([0, last], [8, 296]);
  const ticks = Array.from({ length: last / step + 1 }, (_, i) => i * step);
  const name = (tick: number) =>
    tick === 0 ? t("now") : tick === last ? t("months", { months: tick }) : `${tick}`;
  return (
    <div className="drawing">
      <svg
        className="w328"
        viewBox="0 0 328 62"
        width="328"
        height="62"
        role="img"
        aria-label={t("label", { months, low, high })}
      >
        <path className="axis" d="M8 30H296" />
        {ticks.map((tick) => (
          <g key={tick}>
            <path className="axis" d={`M${round(x(tick))} 30v6`} />
            <Say x={tick === 0 ? 0 : x(tick)} y={56} anchor={tick === 0 ? "start" : "middle"}>
              {name(tick)}
            </Say>
          </g>
        ))}
        <rect
          x={round(x(low))}
          y={24}
          width={round(x(high) - x(low))}
          height={12}
          className="band"
        />
        <path className="cap" d={`M${round(x(low))} 24v12M${round(x(high))} 24v12`} />
        <circle cx={round(x(months))} cy={30} r={6} className="pt on" />
        <Say x={Math.max(44, x(months))} y={14} anchor="middle" look="strong">
          {t("about", { months })}
        </Say>
      </svg>
    </div>
  );
}
