import { useTranslations } from "next-intl";
import { type Shown, useQuarters } from "@/components/reports/data/quarters";
import { VerdictsOverTime } from "@/components/reports/data/verdicts-over-time";
import { useReportWords } from "@/components/reports/quarterly/view";
import { Section } from "@/components/ui/section";
import { type Row, Table } from "@/components/ui/table";
import { Top } from "@/components/ui/top";
import type { Quarter } from "@/lib/quarters/quarter";
import {
  COUNTED,
  listMoved,
  movedBetween,
  type Spanned,
  UNCERTAIN,
  yearEarlier,
} from "@/lib/reports/over-time";
import { flaggedUnits, scopeUnder } from "@/lib/reports/sentences/where";
import { capital, kindWord, type Say, together, type Words } from "@/lib/reports/sentences/words";
import type { ReportSnapshot } from "@/lib/reports/snapshot";
import { lastWholeYear } from "@/lib/turnover/month";
import { type Locale, number, range, span } from "@/lib/wording/number";

type OverTimeProps = {
  /** Oldest first; the last is the report that the page begins from. */
  readonly shown: readonly ReportSnapshot[];
  readonly to: Quarter;
};

const DIGITS = { rate: 1, avoidable: 0, silence: 0, hme: 0 } as const;

/** ”7,4 (6,8–8,1)”, or in words that it is not shown. */
function spannedWords(value: Spanned, digits: number, locale: Locale): string | null {
  if (value === null) return null;
  const { n, low, high } = value;
  return `${number(n, locale, digits)} (${range(low, high, locale, digits)})`;
}

/** Reports of a year side by side: what moved, and whether that is more than chance. */
export function OverTime({ shown, to }: OverTimeProps) {
  const t = useTranslations("report-data.overTime");
  const words = useReportWords();
  const year = yearEarlier(shown, to);
  const now = shown.at(-1);
  const units = capital(kindWord(now?.turnover.scope ?? null, 2, words));
  const said = year && now ? movedSentences(year, now, { t, words }) : null;
  return (
    <>
      <Top title={said?.title ?? t("titleShort")} why={together(said?.figures ?? "", t("why"))} />
      <Section name={t("uncertain")} context={t("uncertainWhy")}>
        <Uncertain shown={shown} year={year} />
      </Section>
      <Section name={t("counted")} context={t("countedWhy")}>
        <Counted shown={shown} />
      </Section>
      <Section name={t("units")} context={t("unitsWhy")}>
        <VerdictsOverTime shown={shown} kinds={units} />
      </Section>
    </>
  );
}

type Saying = { readonly t: Say; readonly words: Words };

/** What happened to the list, which is counted, and beside it whether an estimated figure moved. */
function movedSentences(year: ReportSnapshot, now: ReportSnapshot, { t, words }: Saying) {
  const moved = movedNames(year, now).length;
  const figures = moved === 0 ? t("figuresNone") : t("figures", { count: moved });
  const list = flaggedUnits(now).length;
  const more = scopeUnder(now, "prioritise").length;
  const title = t(`title.${listMoved(year, now)}`, {
    count: list,
    now: words.numeral(list),
    before: words.numeral(flaggedUnits(year).length),
    units: kindWord(now.turnover.scope, list, words),
  });
  const chance = list === 0 ? "" : t("chance", { count: more, numeral: words.numeral(more) });
  return { title: capital(title), figures: together(chance, yearsOfList(year, now, t), figures) };
}

/** The list goes by whole calendar years, so that it moves at the turn of the year and stands still between. */
function yearsOfList(year: ReportSnapshot, now: ReportSnapshot, t: Say): string {
  const yearsOf = ({ turnover: { asOf, policy } }: ReportSnapshot) => {
    const last = lastWholeYear(asOf);
    return span(last - policy.years + 1, last);
  };
  if (now.turnover.policy.rule === "pooled") return "";
  return t("listYears", { before: yearsOf(year), now: yearsOf(now) });
}

type Measure = keyof typeof UNCERTAIN;
const MEASURES = Object.keys(UNCERTAIN) as Measure[];

const movedNames = (year: ReportSnapshot, now: ReportSnapshot) =>
  MEASURES.filter((key) =>
    ["up", "down"].includes(movedBetween(UNCERTAIN[key](year), UNCERTAIN[key](now))),
  );

function Uncertain({ shown, year }: Shown & { readonly year: ReportSnapshot | undefined }) {
  const t = useTranslations("report-data.overTime");
  const { locale } = useReportWords();
  const now = shown.at(-1);
  const rows = MEASURES.map((key): Row => {
    const of = UNCERTAIN[key];
    const said = (snapshot: ReportSnapshot) =>
      spannedWords(of(snapshot), DIGITS[key], locale) ?? (
        <span className="wh">{t("notShown")}</span>
      );
    const moved = year && now ? movedBetween(of(year), of(now)) : "unknown";
    return {
      key,
      head: t(`measures.${key}`),
      cells: {
        ...Object.fromEntries(shown.map((snapshot) => [snapshot.quarter, said(snapshot)])),
        // The spans of answers hold the noise and the rounding, not whose turn it was to leave.
        moved: t(key === "rate" ? `moved.${moved}` : `movedAnswers.${moved}`),
      },
    };
  });
  const columns = [
    { key: "measure", head: t("measure") },
    ...useQuarters(shown),
    { key: "moved", head: t("movedHead") },
  ];
  return <Table caption={t("uncertain")} captionHidden width="xl" columns={columns} rows={rows} />;
}

function Counted({ shown }: Shown) {
  const t = useTranslations("report-data.overTime");
  const words = useReportWords();
  const scope = shown.at(-1)?.turnover.scope ?? null;
  const units = capital(kindWord(scope, 2, words));
  const keys = (Object.keys(COUNTED) as (keyof typeof COUNTED)[]).filter(
    (key) => scope !== null || !key.startsWith("others"),
  );
  const rows = keys.map((key) => ({
    key,
    head: t(`measures.${key}`, { units }),
    cells: Object.fromEntries(
      shown.map((snapshot) => [snapshot.quarter, number(COUNTED[key](snapshot), words.locale)]),
    ),
  }));
  const columns = [{ key: "measure", head: t("measure") }, ...useQuarters(shown)];
  return <Table caption={t("counted")} captionHidden width="l" columns={columns} rows={rows} />;
}
