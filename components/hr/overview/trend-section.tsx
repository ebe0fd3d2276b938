import { useTranslations } from "next-intl";
import { TrendChart } from "@/components/charts/trend-chart";
import { FiledTable } from "@/components/hr/filed-table";
import { kindWord } from "@/components/hr/kind";
import { type OverviewWords, regionWords, trendFinding } from "@/components/hr/overview/sentences";
import { overviewFile } from "@/components/hr/overview/sheet";
import type { OverviewView } from "@/components/hr/overview/view";
import { Said } from "@/components/hr/said";
import { Term } from "@/components/hr/term";
import { sentences } from "@/components/hr/words";
import { Finding } from "@/components/ui/finding";
import { Picture } from "@/components/ui/picture";
import { Section } from "@/components/ui/section";
import type { Trend } from "@/lib/turnover/trend";
import { quarterInWords } from "@/lib/wording/date";
import { number, percent } from "@/lib/wording/number";

type TrendProps = { readonly view: OverviewView; readonly words: OverviewWords };

/** Quarter by quarter, with the four rules: what swings within the usual, and what does not. */
export function TrendSection({ view, words }: TrendProps) {
  const t = useTranslations("hrOverview.trend");
  const region = regionWords(view, words);
  return (
    <Section name={t("name", { units: kindWord(words.say, view.kind, 2) })} context={t("context")}>
      <Finding>
        <Said at={view.trend.chart === null ? undefined : "trend"}>
          {trendFinding(view.trend, words)}
        </Said>
      </Finding>
      <TrendPicture view={view} words={words} />
      <GroupTable view={view} words={words} />
      {region === "" ? null : (
        <p>
          <Said>{region}</Said>
        </p>
      )}
    </Section>
  );
}

function TrendPicture({ view, words }: TrendProps) {
  const t = useTranslations("hrOverview.trend");
  const { quarters, chart } = view.trend;
  const [first, last] = [quarters[0], quarters.at(-1)];
  if (chart === null || first === undefined || last === undefined) return null;
  const ringed = chart.points.some(({ rules }) => rules.length > 0);
  return (
    <Picture
      caption={sentences(t(ringed ? "caption" : "captionNone"), chart.trial ? t("trial") : "")}
      table={<TrendTable view={view} words={words} />}
    >
      <TrendChart
        from={quarterInWords(first.quarter, words.locale)}
        to={quarterInWords(last.quarter, words.locale)}
        mean={chart.mean * 100}
        lower={chart.lower * 100}
        upper={chart.upper * 100}
        points={quarters.map(({ quarter, rate }, i) => ({
          id: quarter,
          value: rate * 100,
          tick: quarter.endsWith("Q1") ? quarter.slice(0, 4) : undefined,
          ringed: (chart.points[i]?.rules.length ?? 0) > 0,
        }))}
      />
    </Picture>
  );
}

function TrendTable({ view, words }: TrendProps) {
  const t = useTranslations("hrOverview");
  const { locale } = words;
  return (
    <FiledTable
      id="trend"
      file={overviewFile("trend", view)}
      caption={t("trend.table")}
      captionHidden
      columns={[
        { key: "quarter", head: t("columns.quarter") },
        {
          key: "observed",
          head: <Term of="departures">{t("columns.observed")}</Term>,
          number: true,
        },
        { key: "rate", head: <Term of="trend">{t("columns.perYear")}</Term>, number: true },
      ]}
      rows={view.trend.quarters.map(({ quarter, departures, rate }) => ({
        key: quarter,
        head: quarterInWords(quarter, locale),
        cells: { observed: number(departures, locale), rate: percent(rate, locale) },
      }))}
    />
  );
}

/** More than this nobody compares; the file has them all. */
const MOST_GROUPS = 12;

/** Whether the latest quarter breaks one of the four rules. */
const deviates = ({ chart }: Trend) => (chart?.points.at(-1)?.rules.length ?? 0) > 0;

/** Each peer group by the same four rules: its latest quarter, and what the whole row of quarters says. */
function GroupTable({ view, words }: TrendProps) {
  const t = useTranslations("hrOverview");
  const { locale } = words;
  if (view.groups.length === 0) return null;
  const many = view.groups.length > MOST_GROUPS;
  const shown = many ? view.groups.filter(({ trend }) => deviates(trend)) : view.groups;
  if (shown.length === 0) {
    return (
      <p>
        <Said>{words.say("trend.noGroup", { count: view.groups.length })}</Said>
      </p>
    );
  }
  return (
    <FiledTable
      id="groups"
      file={overviewFile("groups", view)}
      caption={t("trend.groups")}
      narrow="list"
      columns={[
        { key: "group", head: <Term of="peers">{t("columns.group")}</Term> },
        { key: "latest", head: t("trend.latest") },
        { key: "says", head: <Term of="trend">{t("trend.says")}</Term>, label: t("trend.says") },
      ]}
      of={view.groups.length}
      rows={shown.map(({ group, trend }) => {
        const last = trend.quarters.at(-1);
        return {
          key: group,
          head: group,
          cells: {
            latest: last ? (
              <Said>
                {words.say("trend.at", {
                  quarter: quarterInWords(last.quarter, locale),
                  rate: percent(last.rate, locale),
                })}
              </Said>
            ) : (
              ""
            ),
            says: <Said>{trendFinding(trend, words)}</Said>,
          },
        };
      })}
    />
  );
}
