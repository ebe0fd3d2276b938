import { useTranslations } from "next-intl";
import type { TermId } from "@/components/hr/definitions/terms";
import { FiledTable } from "@/components/hr/filed-table";
import { Said } from "@/components/hr/said";
import { Term } from "@/components/hr/term";
import { unitFile } from "@/components/hr/unit/files";
import type { UnitWords } from "@/components/hr/unit/sentences";
import type { UnitView } from "@/components/hr/unit/view";
import type { Row } from "@/components/ui/table";
import { meanHeadcount } from "@/lib/turnover/exposure";
import { lastWholeYear } from "@/lib/turnover/month";
import type { PeriodTurnover } from "@/lib/turnover/period";
import type { RuleOutcome } from "@/lib/turnover/rule";
import { type Locale, number, percent, percentRange, span } from "@/lib/wording/number";

const FIGURES = ["observed", "mean", "rate", "interval", "all"] as const;

const TERM = {
  observed: "departures",
  mean: "staff",
  rate: "turnover",
  interval: "interval",
  all: "retirement",
} as const satisfies Record<(typeof FIGURES)[number], TermId>;

type TableProps = { readonly view: UnitView; readonly locale: Locale };

/** The picture's rows, with both readings of turnover. */
export function YearTable({ view, locale }: TableProps) {
  const t = useTranslations("hrUnit.turnover");
  const { summary } = view;
  const row = (key: string, head: string, period: PeriodTurnover): Row => {
    const { externalExcl, external } = period.rates;
    if (typeof period.exposure === "string" || externalExcl.kind === "no-rate") {
      const reason = externalExcl.kind === "no-rate" ? externalExcl.reason : "no-headcount";
      const left = number(period.departures.externalExcl, locale);
      return { key, head, instead: t(`noRate.${reason}`, { left }) };
    }
    const mean = number(meanHeadcount(period.exposure), locale);
    const { lower, upper } = externalExcl.interval;
    return {
      key,
      head,
      cells: {
        observed: number(period.departures.externalExcl, locale),
        mean: period.exposure.basis === "monthly" ? mean : t("coarse", { mean }),
        rate: percent(externalExcl.value, locale),
        interval: percentRange(lower, upper, locale),
        all: external.kind === "rate" ? percent(external.value, locale) : "",
      },
    };
  };
  const last12 = view.closed === null ? [row("last", t("last12"), summary.last12)] : [];
  return (
    <FiledTable
      id="years"
      file={unitFile(summary.code, "years")}
      caption={t("table")}
      captionHidden
      width="l"
      columns={[
        { key: "year", head: t("year") },
        ...FIGURES.map((key) => ({
          key,
          head: <Term of={TERM[key]}>{t(`column.${key}`)}</Term>,
          number: true,
        })),
      ]}
      rows={[
        ...summary.years.map((period) => row(`${period.year}`, `${period.year}`, period)),
        ...last12,
      ]}
    />
  );
}

type RuleTableProps = { readonly view: UnitView; readonly words: UnitWords };

/** The motion's rule both ways, on both readings of turnover. */
export function RuleTable({ view, words }: RuleTableProps) {
  const t = useTranslations("hrUnit.readings");
  const { summary, policy } = view;
  const last = lastWholeYear(summary.asOf);
  const limit = percent(policy.threshold, words.locale, 0);
  const { external, externalExcl } = summary.rule;
  const say = (outcome: RuleOutcome) => t(`outcome.${outcome}`);
  return (
    <FiledTable
      id="rule"
      file={unitFile(summary.code, "rule")}
      caption={t("name")}
      title={<Said>{words.say("readings.caption", { limit, years: policy.years })}</Said>}
      columns={[
        { key: "reading", head: <Term of="rule">{t("reading")}</Term> },
        { key: "excl", head: t("excl") },
        { key: "all", head: t("all") },
      ]}
      rows={[
        {
          key: "each",
          head: t("eachYear", { years: span(last - policy.years + 1, last) }),
          cells: { excl: say(externalExcl.eachYear), all: say(external.eachYear) },
        },
        {
          key: "pooled",
          head: t("pooled", { months: 12 * policy.years }),
          cells: { excl: say(externalExcl.pooled), all: say(external.pooled) },
        },
      ]}
    />
  );
}
