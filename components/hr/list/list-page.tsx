import { useTranslations } from "next-intl";
import { useWordingLocale } from "@/components/charts/wording";
import { ALL_KINDS } from "@/components/hr/kind";
import { KindChoice } from "@/components/hr/kind-choice";
import { ClosedTable } from "@/components/hr/list/closed-table";
import { ListTable } from "@/components/hr/list/list-table";
import type { ListView } from "@/components/hr/list/view";
import { SearchForm } from "@/components/ui/search-form";
import { Section } from "@/components/ui/section";
import { Top } from "@/components/ui/top";
import { monthInWords } from "@/lib/wording/date";

type ListProps = { readonly view: ListView };

/** Every unit in the order of the alphabet; kind and search stand in the address. */
export function ListPage({ view }: ListProps) {
  const t = useTranslations("hrOverview.units");
  const locale = useWordingLocale();
  const { filter, open, closed, all, asOf } = view;
  const found = open.length + closed.length;
  const searched = filter.search.trim() !== "";
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
            value={filter.search}
            keep={filter.kind === null ? {} : { slag: filter.kind }}
          />
        </div>
      </Top>
      <Section name={t("name")} context={t("context", { count: open.length })}>
        {open.length === 0 ? (
          <p>
            {t("none")} <a href={`/hr/units?slag=${ALL_KINDS}`}>{t("showAll")}</a>
          </p>
        ) : (
          <ListTable view={view} />
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
