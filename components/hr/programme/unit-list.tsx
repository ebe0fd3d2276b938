import { useTranslations } from "next-intl";
import { ListPages } from "@/components/hr/list/list-pages";
import { isFound } from "@/components/hr/list/view";
import { planQuery } from "@/components/hr/programme/sheet";
import { UnitTable } from "@/components/hr/programme/tables";
import type { ProgrammeView } from "@/components/hr/programme/view";
import { SearchForm } from "@/components/hr/search-form";
import { ON_PAGE, pageOf } from "@/lib/listing/page";
import type { Search } from "@/lib/listing/search";

/** Which units of the plan an address asks for. */
export type AskedUnits = { readonly sought: Search; readonly page: number };

type UnitListProps = AskedUnits & { readonly view: ProgrammeView };

/** The plan's units, a page at a time; the search stands in the address beside what is asked of the plan. */
export function UnitList({ view, sought, page }: UnitListProps) {
  const t = useTranslations("programme.units");
  const found = view.units.filter(({ name, code }) => isFound(sought.search, name, code));
  const at = pageOf(found, page, ON_PAGE);
  const address = (to: number) => {
    const query = new URLSearchParams(planQuery(view));
    if (sought.search !== "") query.set("sok", sought.search);
    if (to > 1) query.set("sida", `${to}`);
    return `/hr/programme?${query}#enheter`;
  };
  const pages = { at, of: found.length, address };
  return (
    <>
      {view.units.length > ON_PAGE ? (
        <SearchForm
          action="/hr/programme#enheter"
          label={t("search")}
          name="sok"
          value={sought.typed}
          tooLong={sought.tooLong}
          keep={Object.fromEntries(new URLSearchParams(planQuery(view)))}
        />
      ) : null}
      {found.length === 0 ? (
        <p>
          {t("noneFound")} <a href={`/hr/programme?${planQuery(view)}#enheter`}>{t("showAll")}</a>
        </p>
      ) : (
        <>
          <ListPages {...pages} place="above" />
          <UnitTable view={view} units={at.lines} />
          <ListPages {...pages} place="below" />
        </>
      )}
    </>
  );
}
