import { useTranslations } from "next-intl";
import { Drawing } from "@/components/charts/drawing";
import { IntervalBar } from "@/components/charts/interval-bar";
import { Say } from "@/components/charts/marks";
import { useWordingLocale } from "@/components/charts/wording";
import { percent } from "@/lib/wording/number";

/** How to read the unit panels, drawn with the real marks. One in a report; no other legend. */
export function ReadingKey({ limit }: { readonly limit: number }) {
  const t = useTranslations("charts.key");
  const words = { limit: percent(limit, useWordingLocale(), 0) };
  const marks = (
    <>
      <path className="limit" d="M0 120H346" />
      <Say x={328} y={112} anchor="end" look="strong">
        {t("limit", words)}
      </Say>
      <IntervalBar x={34} low={152} high={40} width={12} beyond={false} />
      <circle cx={34} cy={86} r={5} className="pt on" />
      <Say x={48} y={90.5} look="strong">
        {t("example")}
      </Say>
      <path className="grid" d="M44 44L86 40" />
      <Say x={92} y={44}>
        {t("interval1")}
      </Say>
      <Say x={92} y={60}>
        {t("interval2")}
      </Say>
      <Say x={92} y={90.5}>
        {t("filled", words)}
      </Say>
      <circle cx={34} cy={141.5} r={5} className="pt" />
      <Say x={92} y={146}>
        {t("hollow", words)}
      </Say>
      <path className="break" d="M34 164V188" />
      <path className="expl" d="M30 182l4 -10M34 182l4 -10" />
      <Say x={92} y={180.5}>
        {t("break")}
      </Say>
      <path className="expl" d="M16 202v5H52v-5" />
      <Say x={92} y={208}>
        {t("span")}
      </Say>
    </>
  );
  return <Drawing label={t("label", words)} kind="panel" draw={() => ({ height: 218, marks })} />;
}
