import { useTranslations } from "next-intl";
import { FunnelChart } from "@/components/charts/funnel-chart";
import { kindWord } from "@/components/hr/kind";
import { FunnelTable } from "@/components/hr/overview/funnel-table";
import { funnelLimits, funnelUnit, placesOf } from "@/components/hr/overview/funnel-view";
import { chanceFinding, type OverviewWords } from "@/components/hr/overview/sentences";
import type { OverviewView } from "@/components/hr/overview/view";
import { Finding } from "@/components/ui/finding";
import { Picture } from "@/components/ui/picture";
import { Section } from "@/components/ui/section";
import { monthsUpTo } from "@/lib/turnover/month";
import { monthInWords } from "@/lib/wording/date";
import { percent } from "@/lib/wording/number";

type ChanceProps = { readonly view: OverviewView; readonly words: OverviewWords };

/** Departures against what corresponding units would have had: funnel, caption, table. */
export function ChanceSection({ view, words }: ChanceProps) {
  const t = useTranslations("hrOverview.chance");
  const { locale, say } = words;
  const months = 12 * view.policy.years;
  const window = monthsUpTo(view.asOf, months);
  const places = placesOf(view.units, view.policy);
  const outside = places.filter(({ compared }) => compared.above !== "within");
  const strong = outside.filter(({ compared }) => compared.above === "99.8");
  const caption = t("caption", { limit: percent(view.policy.threshold, locale, 0) });
  return (
    <Section
      name={t("name")}
      context={t("context", {
        count: places.length,
        units: kindWord(say, view.kind, places.length),
        from: monthInWords(window.from, locale),
        to: monthInWords(window.to, locale),
      })}
    >
      <Finding>{chanceFinding(view, words)}</Finding>
      {places.length === 0 ? null : (
        <Picture
          caption={view.widest > 1 ? `${caption} ${t("drawnIn")}` : caption}
          table={<FunnelTable view={view} caption={t("table")} />}
        >
          <FunnelChart
            units={places.map(funnelUnit)}
            limits={funnelLimits(places)}
            outside={outside.map(({ unit }) => unit.name)}
            strong={strong.map(({ unit }) => unit.name)}
            months={months}
          />
        </Picture>
      )}
    </Section>
  );
}
