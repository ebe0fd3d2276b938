import { useTranslations } from "next-intl";
import { EVERYTHING, filterFields, listAddress } from "@/components/hr/invited/address";
import { InvitedChoice } from "@/components/hr/invited/invited-choice";
import { InvitedTable } from "@/components/hr/invited/invited-table";
import { Pages } from "@/components/hr/invited/pages";
import { SearchForm } from "@/components/ui/search-form";
import { found, type InvitedFilter, type InvitedLine, pageOf } from "@/lib/invited/line";
import type { Day } from "@/lib/quarters/quarter";

type InvitedListProps = {
  readonly lines: readonly InvitedLine[];
  readonly filter: InvitedFilter;
  readonly today: Day;
  readonly again: (form: FormData) => Promise<void>;
};

/** The invitations that the address asks for, and the choices that change it. */
export function InvitedList({ lines, filter, today, again }: InvitedListProps) {
  const t = useTranslations("hr-invitations");
  if (lines.length === 0) return <p>{t("none")}</p>;
  const chosen = found(lines, filter);
  const at = pageOf(chosen, filter.page);
  const { sok, sida: _, ...keep } = filterFields(filter);
  return (
    <>
      <div className="grid gap-4">
        <InvitedChoice lines={lines} filter={filter} />
        <SearchForm
          action="/hr/invitations#invited"
          label={t("search")}
          name="sok"
          value={sok}
          keep={Object.fromEntries(Object.entries(keep).filter(([, value]) => value !== ""))}
        />
      </div>
      {chosen.length > 0 ? (
        <InvitedTable lines={at.lines} today={today} filter={filter} again={again} />
      ) : (
        <p>
          {t("noneFound")} <a href={listAddress(EVERYTHING)}>{t("showAll")}</a>
        </p>
      )}
      <Pages filter={filter} at={at} />
    </>
  );
}
