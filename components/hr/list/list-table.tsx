import { useTranslations } from "next-intl";
import { useWordingLocale } from "@/components/charts/wording";
import { FiledTable } from "@/components/hr/filed-table";
import { listFile } from "@/components/hr/list/sheet";
import type { ListView } from "@/components/hr/list/view";
import { UnitLink } from "@/components/hr/unit-link";
import { number, percent } from "@/lib/wording/number";

type ListTableProps = { readonly view: ListView };

/** One row a unit: verdict in words, staff, departures, turnover over the policy's years. */
export function ListTable({ view }: ListTableProps) {
  const t = useTranslations("hrOverview");
  const verdict = useTranslations("figures.verdict.word");
  const locale = useWordingLocale();
  const { reading, years } = view.policy;
  return (
    <FiledTable
      file={listFile("units", view)}
      caption={t("units.table", { months: 12 * years })}
      width="l"
      columns={[
        { key: "unit", head: t("columns.unit") },
        { key: "verdict", head: t("columns.verdict") },
        { key: "group", head: t("columns.group") },
        ...["staff", "observed", "rate"].map((key) => ({
          key,
          head: t(`columns.${key}`),
          number: true,
        })),
      ]}
      rows={view.open.map((unit) => {
        const rate = unit.pooled.rates[reading];
        return {
          key: unit.code,
          head: <UnitLink code={unit.code} name={unit.name} />,
          cells: {
            verdict: <span className="whitespace-nowrap">{verdict(unit.verdict.word)}</span>,
            group: unit.peerGroup,
            staff: unit.staff === null ? t("units.noStaff") : number(unit.staff, locale),
            observed: number(unit.pooled.departures[reading], locale),
            rate: rate.kind === "rate" ? percent(rate.value, locale) : t(`noRate.${rate.reason}`),
          },
        };
      })}
    />
  );
}
