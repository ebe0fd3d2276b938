import { useTranslations } from "next-intl";
import { Traced } from "@/components/reports/quarterly/traced";
import { Value } from "@/components/reports/quarterly/value";
import type { View } from "@/components/reports/quarterly/view";
import { Wrapped } from "@/components/reports/quarterly/wrapped";
import { SIGNS } from "@/components/reports/verdict";
import { type Column, type Row, Table } from "@/components/ui/table";
import { VerdictMark } from "@/components/ui/verdict-mark";
import type { ReportUnit } from "@/lib/reports/turnover-shape";
import { lastWholeYear } from "@/lib/turnover/month";
import { percent } from "@/lib/wording/number";

type UnitsTableProps = {
  readonly view: View;
  readonly caption: string;
  readonly units: readonly ReportUnit[];
};

/** Named units with both readings of the rule, the span of chance, and both readings of turnover. */
export function UnitsTable({ view, caption, units }: UnitsTableProps) {
  const verdict = useTranslations("figures.verdict.word");
  const { t, words, snapshot } = view;
  const { policy, asOf } = snapshot.turnover;
  const months = 12 * policy.years;
  const limit = percent(policy.threshold, words.locale, 0);
  const last = lastWholeYear(asOf);
  const years = Array.from({ length: policy.years }, (_, i) => last - policy.years + 1 + i);
  const columns: readonly Column[] = [
    { key: "unit", head: t("first.unit") },
    { key: "verdict", head: t("first.verdict") },
    { key: "staff", head: t("first.staff"), number: true },
    ...years.map((year) => ({ key: `${year}`, head: `${year}`, number: true })),
    { key: "eachYear", head: <Wrapped>{t("first.eachYear", { limit })}</Wrapped> },
    { key: "pooled", head: <Wrapped>{t("first.pooled", { months })}</Wrapped>, number: true },
    { key: "interval", head: <Wrapped>{t("first.interval")}</Wrapped>, number: true },
    { key: "against", head: <Wrapped>{t("first.against")}</Wrapped>, number: true },
    { key: "external", head: <Wrapped>{t("first.withRetirement")}</Wrapped>, number: true },
  ];
  const rowOf = (unit: ReportUnit): Row => {
    const id = `turnover/unit:${unit.code}`;
    const value = (item: string) => <Value view={view} id={`${id}/${item}`} />;
    const { reading } = policy;
    const inYears = years.map((year) => [`${year}`, value(`rate-${year}/${reading}`)] as const);
    return {
      key: unit.code,
      head: (
        <Traced view={view} id={id}>
          {unit.name}
        </Traced>
      ),
      cells: {
        ...Object.fromEntries(inYears),
        verdict: (
          <span className="whitespace-nowrap">
            <VerdictMark {...SIGNS[unit.verdict.word]} /> {verdict(unit.verdict.word)}
          </span>
        ),
        staff: unit.staff === null ? t("first.noRate") : value("staff"),
        eachYear: t(`first.outcome.${unit.rule.eachYear}`),
        pooled: value(`rate-pooled/${reading}`),
        interval: (
          <>
            <Value view={view} id={`${id}/interval-pooled/lower`} bare />–
            {value("interval-pooled/upper")}
          </>
        ),
        against:
          unit.comparison.kind === "compared" ? (
            <>
              {value("departures-pooled")} {t("first.againstWord")} {value("expected-pooled")}
            </>
          ) : null,
        external: value("rate-pooled/external"),
      },
    };
  };
  return <Table caption={caption} width="xl" columns={columns} rows={units.map(rowOf)} />;
}
