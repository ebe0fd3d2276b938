import { useTranslations } from "next-intl";
import { FunnelChart } from "@/components/charts/funnel-chart";
import { FunnelExplorer } from "@/components/charts/funnel-explorer";
import { ALL_KINDS, kindWord } from "@/components/hr/kind";
import { FunnelTable } from "@/components/hr/overview/funnel-table";
import { funnelOf, funnelUnit, type placesOf } from "@/components/hr/overview/funnel-view";
import { MOST_TO_WALK, walkedOf } from "@/components/hr/overview/funnel-walk";
import { pointWords } from "@/components/hr/overview/funnel-words";
import { chanceFinding, type OverviewWords } from "@/components/hr/overview/sentences";
import type { OverviewView } from "@/components/hr/overview/view";
import { Said } from "@/components/hr/said";
import { SearchForm } from "@/components/hr/search-form";
import { unitHref } from "@/components/hr/unit-link";
import { sentences } from "@/components/hr/words";
import { Finding } from "@/components/ui/finding";
import { Picture } from "@/components/ui/picture";
import { Section } from "@/components/ui/section";
import type { Search } from "@/lib/listing/search";
import { monthsUpTo } from "@/lib/turnover/month";
import { monthInWords } from "@/lib/wording/date";
import { listInWords } from "@/lib/wording/names";
import { type Locale, percent } from "@/lib/wording/number";

type ChanceProps = {
  readonly view: OverviewView;
  readonly words: OverviewWords;
  /** A unit to find in the picture and its table, where they are too many for both. */
  readonly sought: Search;
};

/** Departures against what corresponding units would have had: funnel, caption, table. */
export function ChanceSection({ view, words, sought }: ChanceProps) {
  const t = useTranslations("hrOverview.chance");
  const { locale, say } = words;
  const months = 12 * view.policy.years;
  const window = monthsUpTo(view.asOf, months);
  const { places } = funnelOf(view);
  const at = places.length === 0 ? undefined : "funnel";
  const caption = say("chance.caption", { limit: percent(view.policy.threshold, locale, 0) });
  return (
    <Section
      id="slump"
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
      <Find places={places} view={view} words={words} sought={sought} />
      {places.length === 0 ? null : (
        <Picture
          caption={<Said>{sentences(caption, view.widest > 1 ? t("drawnIn") : "")}</Said>}
          table={<FunnelTable view={view} caption={t("table")} search={sought.search} />}
        >
          <Funnel places={places} view={view} words={words} sought={sought} />
        </Picture>
      )}
    </Section>
  );
}

type FunnelProps = ChanceProps & { readonly places: ReturnType<typeof placesOf> };

/** The picture as the server draws it, and the same to point at and to walk where a script has come. */
function Funnel({ places, view, words, sought }: FunnelProps) {
  const texts = useFunnelTexts(places, 12 * view.policy.years, words.locale);
  const { units, limits } = funnelOf(view);
  const plot = { limits, texts, locale: words.locale };
  const { walked, others } = walkedOf(places, sought.search);
  return (
    <FunnelExplorer
      {...plot}
      units={walked.map((place) => ({
        ...funnelUnit(place),
        href: unitHref(place.unit.code),
        text: pointWords(place, view.policy, words),
      }))}
      others={others.map(funnelUnit).map(({ expected, times }) => [short(expected), short(times)])}
    >
      <FunnelChart {...plot} units={units} />
    </FunnelExplorer>
  );
}

/** More than a picture shows of it, and a third of the bytes. */
const short = (value: number): number => Math.round(100 * value) / 100;

/** Where not every point can be walked: which are, and a search for any other; the address keeps it. */
function Find({ view, places, sought }: FunnelProps) {
  const t = useTranslations("hrOverview.chance");
  if (places.length <= MOST_TO_WALK) return null;
  const { walked } = walkedOf(places, sought.search);
  return (
    <div>
      <SearchForm
        action="/hr#slump"
        label={t("find")}
        name="enhet"
        value={sought.typed}
        tooLong={sought.tooLong}
        keep={{ slag: view.kind ?? ALL_KINDS }}
      />
      <p className="small quiet">
        {sought.search === ""
          ? t("walked")
          : t(walked.length === 0 ? "noneFound" : "found", { search: sought.search })}
      </p>
    </div>
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
