import { useTranslations } from "next-intl";
import { useWordingLocale } from "@/components/charts/wording";
import type { OverviewView } from "@/components/hr/overview/view";
import { UnitLink } from "@/components/hr/unit-link";
import { type Row, Table } from "@/components/ui/table";
import type { UnitSummary } from "@/lib/turnover/summary";
import { number, percent, percentRange } from "@/lib/wording/number";

type FunnelTableProps = { readonly view: OverviewView; readonly caption: string };

/** The funnel's rows, and those of the units that could not be compared, with the reason. */
export function FunnelTable({ view, caption }: FunnelTableProps) {
  const t = useTranslations("hrOverview.columns");
  const rowOf = useRow(view);
  const head = (key: string) => ({ key, head: t(key), number: true });
  return (
    <Table
      caption={caption}
      captionHidden
      width="xl"
      columns={[
        { key: "unit", head: t("unit") },
        { key: "group", head: t("group") },
        ...["staff", "observed", "expected", "times", "rate", "interval"].map(head),
      ]}
      rows={view.units.map(rowOf)}
    />
  );
}

function useRow({ policy }: OverviewView): (unit: UnitSummary) => Row {
  const t = useTranslations("hrOverview.noRate");
  const locale = useWordingLocale();
  return (unit) => {
    const rate = unit.pooled.rates[policy.reading];
    const compared = unit.comparison[policy.reading];
    const head = <UnitLink code={unit.code} name={unit.name} />;
    if (rate.kind === "no-rate") return { key: unit.code, head, instead: t(rate.reason) };
    const cells = {
      group: unit.peerGroup,
      staff: unit.staff === null ? "" : number(unit.staff, locale),
      observed: number(unit.pooled.departures[policy.reading], locale),
      rate: percent(rate.value, locale),
      interval: percentRange(rate.interval.lower, rate.interval.upper, locale),
    };
    if (compared.kind === "not-compared") return { key: unit.code, head, cells };
    return {
      key: unit.code,
      head,
      cells: {
        ...cells,
        expected: number(compared.expected, locale, 1),
        times: number(compared.ratio, locale, 1),
      },
    };
  };
}
