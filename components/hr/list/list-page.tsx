import { useTranslations } from "next-intl";
import { useWordingLocale } from "@/components/charts/wording";
import { MOST_ROWS } from "@/components/hr/filed-table";
import { ALL_KINDS } from "@/components/hr/kind";
import { KindChoice } from "@/components/hr/kind-choice";
import { ClosedTable } from "@/components/hr/list/closed-table";
import { ListPages } from "@/components/hr/list/list-pages";
import { ListTable } from "@/components/hr/list/list-table";
import { listAddress } from "@/components/hr/list/sheet";
import type { ListView } from "@/components/hr/list/view";
import { SearchForm } from "@/components/hr/search-form";
import { Section } from "@/components/ui/section";
import { Top } from "@/components/ui/top";
import { pageOf } from "@/lib/listing/page";
import { readSearch, type Search } from "@/lib/listing/search";
import { monthInWords } from "@/lib/wording/date";

type ListProps = {
  readonly view: ListView;
  /** What was searched for, as it was written, where that is not what is shown. */
  readonly sought?: Search;
  /** Of the open units, from 1. */
  readonly page?: number;
};

/** Every unit in the order of the alphabet; kind and search stand in the address. */
export function ListPage({ view, sought = readSearch(view.filter.search), page = 1 }: ListProps) {
  const t = useTranslations("hrOverview.units");
  const locale = useWordingLocale();
  const { filter, open, closed, all, asOf } = view;
  const found = open.length + closed.length;
  const searched = filter.search.trim() !== "";
  const at = pageOf(open, page, MOST_ROWS);
  const pages = { at, of: open.length, address: (to: number) => listAddress(view, to) };
  return (
    <>
      <Top
        title={searched ? t("titleFound", { count: found, search: filter.search }) : t("title")}
        why={t("why", { month: monthInWords(asOf, locale) })}
      >
        <KindChoice href="/hr/units" units={all} kind={filter.kind} search={filter.search} />
        <div className="mt-6">
          <SearchForm
            action="/hr/units"
            label={t("search")}
            name="sok"
            value={sought.typed}
            tooLong={sought.tooLong}
            keep={filter.kind === null ? {} : { slag: filter.kind }}
          />
        </div>
      </Top>
      <Section id="units" name={t("name")} context={t("context", { count: open.length })}>
        {open.length === 0 ? (
          <p>
            {t("none")} <a href={`/hr/units?slag=${ALL_KINDS}`}>{t("showAll")}</a>
          </p>
        ) : (
          <>
            <ListPages {...pages} place="above" />
            <ListTable view={view} lines={at.lines} />
            <ListPages {...pages} place="below" />
          </>
        )}
      </Section>
      {closed.length === 0 ? null : (
        <Section name={t("closedName")} context={t("closedContext")}>
          <ClosedTable view={view} />
        </Section>
      )}
    </>
  );
}
