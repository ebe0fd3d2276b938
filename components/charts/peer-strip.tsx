import { useTranslations } from "next-intl";
import { Drawing, type Drawn, type Size } from "@/components/charts/drawing";
import { round, Say } from "@/components/charts/marks";
import { type PeerInput, peerLayout } from "@/components/charts/peer-layout";
import { useWordingLocale } from "@/components/charts/wording";
import { percent, percentRange } from "@/lib/wording/number";

/** The own unit among corresponding units, on one line: rates over the window, the own with its interval. */
export function PeerStrip(props: PeerInput) {
  const t = useTranslations("charts.peers");
  const locale = useWordingLocale();
  const { own, peers, expected, limit } = props;
  const say = (share: number) => percent(share, locale);
  const rates = peers.map((p) => p.rate);
  const values = {
    name: own.name,
    rate: say(own.rate),
    interval: percentRange(own.low, own.high, locale),
    expected: say(expected),
    limit: percent(limit, locale, 0),
  };
  const label =
    rates.length === 0
      ? t("labelAlone", values)
      : t("label", {
          ...values,
          count: rates.length,
          least: say(Math.min(...rates)),
          most: say(Math.max(...rates)),
        });
  const ownText = t("own", { name: own.name, rate: say(own.rate) });
  const draw = (size: Size): Drawn => {
    const layout = peerLayout(props, size, ownText);
    return { height: layout.height, marks: <Strip layout={layout} {...props} ownText={ownText} /> };
  };
  return <Drawing label={label} draw={draw} />;
}

type StripProps = PeerInput & {
  readonly layout: ReturnType<typeof peerLayout>;
  readonly ownText: string;
};

function Strip({ layout, expected, limit, ownText }: StripProps) {
  const t = useTranslations("charts.peers");
  const locale = useWordingLocale();
  const { middle, top, foot, expectedX, limitX } = layout;
  const { low, high, beyond } = layout.own;
  const left = expectedX <= limitX;
  const end = beyond
    ? `M${round(high)} ${middle - 8}l8 8l-8 8`
    : `M${round(high)} ${middle - 8}v16`;
  return (
    <>
      {layout.ticks.map(({ value, x }) => (
        <g key={value}>
          <path className="grid" d={`M${round(x)} ${top}V${foot}`} />
          <Say x={x} y={foot + 20} anchor="middle">
            {percent(value, locale, 0)}
          </Say>
        </g>
      ))}
      <rect x={round(low)} y={middle - 8} width={round(high - low)} height="16" className="band" />
      <path className="cap" d={`M${round(low)} ${middle - 8}v16${end}`} />
      <path className="limit" d={`M${round(limitX)} ${top - 4}V${foot}`} />
      <Say x={limitX} y={foot + 20} anchor="middle" look="strong">
        {percent(limit, locale, 0)}
      </Say>
      <path className="expl" d={`M${round(expectedX)} ${top - 20}V${foot}`} />
      {layout.dots.map((dot) => (
        <circle key={dot.name} cx={round(dot.x)} cy={round(dot.y)} r="4.5" className="dot" />
      ))}
      <circle cx={round(layout.own.x)} cy={middle} r="7" className="pt on" />
      <Say
        x={expectedX + (left ? -5 : 5)}
        y={top - 24}
        anchor={left ? "end" : "start"}
        look="ink halo"
      >
        {t("expected", { rate: percent(expected, locale) })}
      </Say>
      <Say
        x={limitX + (left ? 6 : -6)}
        y={top - 6}
        anchor={left ? "start" : "end"}
        look="strong halo"
      >
        {t("limit")}
      </Say>
      <Say x={layout.ownTextX} y={middle - 18} anchor="middle" look="strong halo">
        {ownText}
      </Say>
    </>
  );
}
