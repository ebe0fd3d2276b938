import { useTranslations } from "next-intl";
import { FunnelChart } from "@/components/charts/funnel-chart";
import { FunnelExplorer } from "@/components/charts/funnel-explorer";
import { kindWord } from "@/components/hr/kind";
import { FunnelTable } from "@/components/hr/overview/funnel-table";
import { funnelLimits, funnelUnit, placesOf } from "@/components/hr/overview/funnel-view";
import { pointWords } from "@/components/hr/overview/funnel-words";
import { chanceFinding, type OverviewWords } from "@/components/hr/overview/sentences";
import type { OverviewView } from "@/components/hr/overview/view";
import { Said } from "@/components/hr/said";
import { unitHref } from "@/components/hr/unit-link";
import { sentences } from "@/components/hr/words";
import { Finding } from "@/components/ui/finding";
import { Picture } from "@/components/ui/picture";
import { Section } from "@/components/ui/section";
import { monthsUpTo } from "@/lib/turnover/month";
import { monthInWords } from "@/lib/wording/date";
import { listInWords } from "@/lib/wording/names";
import { type Locale, percent } from "@/lib/wording/number";

type ChanceProps = { readonly view: OverviewView; readonly words: OverviewWords };

/** Departures against what corresponding units would have had: funnel, caption, table. */
export function ChanceSection({ view, words }: ChanceProps) {
  const t = useTranslations("hrOverview.chance");
  const { locale, say } = words;
  const months = 12 * view.policy.years;
  const window = monthsUpTo(view.asOf, months);
  const places = placesOf(view.units, view.policy);
  const at = places.length === 0 ? undefined : "funnel";
  const caption = say("chance.caption", { limit: percent(view.policy.threshold, locale, 0) });
  return (
    <Section
      name={t("name")}
      context={
        <Said at={at}>
          {say("chance.context", {
            count: places.length,
            units: kindWord(say, view.kind, places.length),
            from: monthInWords(window.from, locale),
            to: monthInWords(window.to, locale),
          })}
        </Said>
      }
    >
      <Finding>
        <Said at={at}>{chanceFinding(view, words)}</Said>
      </Finding>
      {places.length === 0 ? null : (
        <Picture
          caption={<Said>{sentences(caption, view.widest > 1 ? t("drawnIn") : "")}</Said>}
          table={<FunnelTable view={view} caption={t("table")} />}
        >
          <Funnel places={places} view={view} words={words} />
        </Picture>
      )}
    </Section>
  );
}

type FunnelProps = ChanceProps & { readonly places: ReturnType<typeof placesOf> };

/** Nobody walks further, point by point; the table and the list of units say the same of each. */
const MOST_TO_WALK = 500;

/** The picture as the server draws it, and the same to point at and to walk where a script has come. */
function Funnel({ places, view, words }: FunnelProps) {
  const texts = useFunnelTexts(places, 12 * view.policy.years, words.locale);
  const plot = { limits: funnelLimits(places), texts, locale: words.locale };
  const drawn = <FunnelChart {...plot} units={places.map(funnelUnit)} />;
  if (places.length > MOST_TO_WALK) return drawn;
  return (
    <FunnelExplorer
      {...plot}
      units={places.map((place) => ({
        ...funnelUnit(place),
        href: unitHref(place.unit.code),
        text: pointWords(place, view.policy, words),
      }))}
    >
      {drawn}
    </FunnelExplorer>
  );
}

/** More names than this are no description of a picture. */
const MOST_NAMES = 40;

function useFunnelTexts(places: FunnelProps["places"], months: number, locale: Locale) {
  const t = useTranslations("charts.funnel");
  const names = (found: FunnelProps["places"]) => {
    if (found.length > MOST_NAMES) return t("many", { count: found.length });
    return (
      listInWords(
        found.map(({ unit }) => unit.name),
        locale,
      ) || "none"
    );
  };
  const outside = places.filter(({ compared }) => compared.above !== "within");
  const strong = outside.filter(({ compared }) => compared.above === "99.8");
  const label = t("label", {
    count: places.length,
    outside: names(outside),
    strong: names(strong),
  });
  return {
    label: label.trim(),
    hint: t("hint"),
    times: t("times"),
    expected: t("expected", { months }),
    limit95: t("limit95"),
    limit95Short: t("limit95Short"),
    limit998: t("limit998"),
    asExpected: t("asExpected"),
  };
}
