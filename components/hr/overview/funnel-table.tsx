import { useTranslations } from "next-intl";
import { useWordingLocale } from "@/components/charts/wording";
import type { TermId } from "@/components/hr/definitions/terms";
import { FiledTable, MOST_ROWS } from "@/components/hr/filed-table";
import { isFound } from "@/components/hr/list/view";
import { standsOut } from "@/components/hr/overview/funnel-walk";
import { overviewFile } from "@/components/hr/overview/sheet";
import type { OverviewView } from "@/components/hr/overview/view";
import { Term } from "@/components/hr/term";
import { UnitLink } from "@/components/hr/unit-link";
import type { Row } from "@/components/ui/table";
import type { UnitSummary } from "@/lib/turnover/summary";
import { number, percent, percentRange } from "@/lib/wording/number";

const FIGURES = ["staff", "observed", "expected", "times", "rate", "interval"] as const;
type Figure = (typeof FIGURES)[number];

const TERM = {
  staff: "staff",
  observed: "departures",
  expected: "expected",
  times: "times",
  rate: "turnover",
  interval: "interval",
} as const satisfies Record<Figure, TermId>;

type FunnelTableProps = {
  readonly view: OverviewView;
  readonly caption: string;
  /** Part of a unit's name or code; empty: nothing is searched for. */
  readonly search: string;
};

/** The funnel's rows, and those of the units that could not be compared, with the reason. */
export function FunnelTable({ view, caption, search }: FunnelTableProps) {
  const t = useTranslations("hrOverview.columns");
  const rowOf = useRow(view);
  // Where there are too many for a table: those that are sought, or that the page speaks of by name.
  const isShown = (unit: UnitSummary) =>
    search === "" ? standsOut(unit) : isFound(search, unit.name, unit.code);
  const shown = view.units.length > MOST_ROWS ? view.units.filter(isShown) : view.units;
  const head = (key: Figure) => ({ key, head: <Term of={TERM[key]}>{t(key)}</Term>, number: true });
  return (
    <FiledTable
      file={overviewFile("funnel", view)}
      id="funnel"
      caption={caption}
      captionHidden
      width="xl"
      columns={[
        { key: "unit", head: t("unit") },
        { key: "group", head: <Term of="peers">{t("group")}</Term> },
        ...FIGURES.map(head),
      ]}
      rows={shown.slice(0, MOST_ROWS).map(rowOf)}
      of={view.units.length}
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
