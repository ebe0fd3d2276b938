import { useTranslations } from "next-intl";
import { EVERYTHING, filterFields, listAddress } from "@/components/hr/invited/address";
import { InvitedChoice } from "@/components/hr/invited/invited-choice";
import { InvitedTable } from "@/components/hr/invited/invited-table";
import { SearchForm } from "@/components/hr/search-form";
import { Pages } from "@/components/ui/pages";
import { found, type InvitedFilter, type InvitedLine } from "@/lib/invited/line";
import { type ListPage, ON_PAGE, pageOf } from "@/lib/listing/page";
import type { Search } from "@/lib/listing/search";
import type { Day } from "@/lib/quarters/quarter";

type InvitedListProps = {
  readonly lines: readonly InvitedLine[];
  readonly filter: InvitedFilter;
  /** What was searched for, as it was written. */
  readonly sought: Search;
  readonly today: Day;
  readonly again: (form: FormData) => Promise<void>;
};

/** The invitations that the address asks for, and the choices that change it. */
export function InvitedList({ lines, filter, sought, today, again }: InvitedListProps) {
  const t = useTranslations("hr-invitations");
  if (lines.length === 0) return <p>{t("none")}</p>;
  const chosen = found(lines, filter);
  const at = pageOf(chosen, filter.page, ON_PAGE);
  const { sok: _, sida: __, ...keep } = filterFields(filter);
  return (
    <>
      <div className="grid gap-4">
        <InvitedChoice lines={lines} filter={filter} />
        <SearchForm
          action="/hr/invitations#invited"
          label={t("search")}
          name="sok"
          value={sought.typed}
          tooLong={sought.tooLong}
          keep={Object.fromEntries(Object.entries(keep).filter(([, value]) => value !== ""))}
        />
      </div>
      <ListPages filter={filter} at={at} place="above" />
      {chosen.length > 0 ? (
        <InvitedTable lines={at.lines} today={today} filter={filter} again={again} />
      ) : (
        <p>
          {t("noneFound")} <a href={listAddress(EVERYTHING)}>{t("showAll")}</a>
        </p>
      )}
      <ListPages filter={filter} at={at} place="below" />
    </>
  );
}

type ListPagesProps = {
  readonly filter: InvitedFilter;
  readonly at: ListPage<InvitedLine>;
  readonly place: "above" | "below";
};

function ListPages({ filter, at: { page, pages }, place }: ListPagesProps) {
  const t = useTranslations("hr-invitations.pages");
  if (pages === 1) return null;
  const to = (wanted: number) => listAddress({ ...filter, page: wanted });
  return (
    <Pages
      label={t(place)}
      at={t("at", { page, pages })}
      before={page > 1 ? to(page - 1) : null}
      after={page < pages ? to(page + 1) : null}
    />
  );
}
