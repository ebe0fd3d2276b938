import { useTranslations } from "next-intl";
import { useWordingLocale } from "@/components/charts/wording";
import { FiledTable } from "@/components/hr/filed-table";
import { listFile } from "@/components/hr/list/sheet";
import type { ListView } from "@/components/hr/list/view";
import { marked } from "@/components/hr/marked";
import { Said } from "@/components/hr/said";
import { Term } from "@/components/hr/term";
import { UnitLink } from "@/components/hr/unit-link";
import { number, percent } from "@/lib/wording/number";

const TERM = { staff: "staff", observed: "departures", rate: "turnover" } as const;

type ListTableProps = {
  readonly view: ListView;
  /** The units of the page; the files have all. */
  readonly lines: ListView["open"];
};

/** One row a unit: verdict in words, staff, departures, turnover over the policy's years. */
export function ListTable({ view, lines }: ListTableProps) {
  const t = useTranslations("hrOverview");
  const verdict = useTranslations("figures.verdict.word");
  const locale = useWordingLocale();
  const { reading, years } = view.policy;
  return (
    <FiledTable
      file={listFile("units", view)}
      caption={t("units.name")}
      title={<Said>{marked(t)("units.table", { months: 12 * years })}</Said>}
      width="l"
      columns={[
        { key: "unit", head: t("columns.unit") },
        { key: "verdict", head: <Term of="verdict">{t("columns.verdict")}</Term> },
        { key: "group", head: <Term of="peers">{t("columns.group")}</Term> },
        ...(["staff", "observed", "rate"] as const).map((key) => ({
          key,
          head: <Term of={TERM[key]}>{t(`columns.${key}`)}</Term>,
          number: true,
        })),
      ]}
      rows={lines.map((unit) => {
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
