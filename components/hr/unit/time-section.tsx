import { useTranslations } from "next-intl";
import { TrendChart } from "@/components/charts/trend-chart";
import { FiledTable } from "@/components/hr/filed-table";
import { Said } from "@/components/hr/said";
import { Term } from "@/components/hr/term";
import { unitFile } from "@/components/hr/unit/files";
import type { UnitWords } from "@/components/hr/unit/sentences";
import type { Between, UnitView } from "@/components/hr/unit/view";
import { sentences } from "@/components/hr/words";
import { Finding } from "@/components/ui/finding";
import { Picture } from "@/components/ui/picture";
import { Section } from "@/components/ui/section";
import { type Day, shiftQuarter } from "@/lib/quarters/quarter";
import { dayInWords, monthInWords, quarterInWords } from "@/lib/wording/date";
import { number, percent, percentRange } from "@/lib/wording/number";

type TimeProps = { readonly view: UnitView; readonly words: UnitWords };

/** Over time: twelve months at a time, and the days between departures. Says so where there is too little. */
export function TimeSection({ view, words }: TimeProps) {
  const t = useTranslations("hrUnit.time");
  const { between } = view;
  return (
    <Section name={t("name")} context={t("context")}>
      {view.rolling.length < 2 ? <p>{t("rollingNone")}</p> : <Rolling view={view} words={words} />}
      {between === null ? (
        <p>{t("betweenNone")}</p>
      ) : (
        <DaysBetween between={between} code={view.summary.code} words={words} />
      )}
    </Section>
  );
}

function Rolling({ view, words }: TimeProps) {
  const t = useTranslations("hrUnit.time");
  const { locale } = words;
  const { reading, threshold } = view.policy;
  const points = view.rolling.flatMap(({ quarter, period }) => {
    const rate = period.rates[reading];
    return rate.kind === "rate" ? [{ quarter, rate, left: period.departures[reading] }] : [];
  });
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return null;
  const head = (key: "departures" | "rolling" | "interval") => ({
    key,
    head: <Term of={key}>{t(`column.${key}`)}</Term>,
    number: true,
  });
  return (
    <Picture
      title={t("rolling")}
      caption={sentences(
        t("rollingCaption", { last: quarterInWords(last.quarter, locale) }),
        ...view.summary.breaks.map(({ month }) =>
          words.say("turnover.cut", { month: monthInWords(month, locale) }),
        ),
      )}
      table={
        <FiledTable
          id="rolling"
          file={unitFile(view.summary.code, "rolling")}
          caption={t("rolling")}
          captionHidden
          columns={[
            { key: "quarter", head: t("column.quarter") },
            ...(["departures", "rolling", "interval"] as const).map(head),
          ]}
          rows={points.map(({ quarter, rate, left }) => ({
            key: quarter,
            head: quarterInWords(quarter, locale),
            cells: {
              departures: number(left, locale),
              rolling: percent(rate.value, locale),
              interval: percentRange(rate.interval.lower, rate.interval.upper, locale),
            },
          }))}
        />
      }
    >
      <TrendChart
        words="rolling"
        from={quarterInWords(first.quarter, locale)}
        to={quarterInWords(last.quarter, locale)}
        mean={threshold * 100}
        points={points.map(({ quarter, rate }, i) => ({
          id: quarter,
          apart: quarter !== shiftQuarter(points[i - 1]?.quarter ?? quarter, i === 0 ? 0 : 1),
          value: rate.value * 100,
          tick: quarter.endsWith("Q4") ? quarter.slice(0, 4) : undefined,
        }))}
      />
    </Picture>
  );
}

type BetweenProps = {
  readonly between: Between;
  /** The unit's. */
  readonly code: string;
  readonly words: UnitWords;
};

function DaysBetween({ between, code, words }: BetweenProps) {
  const t = useTranslations("hrUnit.time");
  const { locale } = words;
  const { chart, days } = between;
  const short = chart.points.filter(({ value, rules }) => rules.length > 0 && value < chart.mean);
  const [first = "", last = ""] = [days[0], days.at(-1)];
  const whole = (n: number) => number(n, locale, 0);
  return (
    <>
      <Finding>
        <Said at="between">
          {words.say(`time.${short.length === 0 ? "steady" : "shorter"}`, {
            mean: whole(chart.mean),
          })}
        </Said>
      </Finding>
      <Picture
        title={t("between")}
        caption={sentences(t("betweenCaption"), chart.trial ? t("trial") : "")}
        table={
          <FiledTable
            id="between"
            file={unitFile(code, "between")}
            caption={t("between")}
            captionHidden
            columns={[
              { key: "day", head: t("column.day") },
              { key: "wait", head: <Term of="between">{t("column.wait")}</Term>, number: true },
            ]}
            rows={chart.points.map(({ value }, i) => ({
              key: `${i}`,
              head: dayInWords(days[i] ?? last, locale),
              cells: { wait: whole(value) },
            }))}
          />
        }
      >
        <TrendChart
          words="between"
          from={dayInWords(first, locale)}
          to={dayInWords(last, locale)}
          mean={chart.mean}
          lower={chart.lower}
          upper={chart.upper}
          points={chart.points.map(({ value, rules }, i) => ({
            id: `${i}`,
            value,
            tick: firstOfYear(days, i),
            ringed: rules.length > 0,
          }))}
        />
      </Picture>
    </>
  );
}

/** The year, at its first departure. */
function firstOfYear(days: readonly Day[], i: number): string | undefined {
  const year = days[i]?.slice(0, 4);
  return year === days[i - 1]?.slice(0, 4) ? undefined : year;
}
