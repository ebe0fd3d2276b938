import { useTranslations } from "next-intl";
import { listAddress } from "@/components/hr/invited/address";
import { InvitedTable } from "@/components/hr/invited/invited-table";
import { StateChoice } from "@/components/hr/invited/state-choice";
import { SearchForm } from "@/components/ui/search-form";
import { found, type InvitedFilter, type InvitedLine } from "@/lib/invited/line";
import type { Day } from "@/lib/quarters/quarter";

/** As many as a person looks through; the rest are found by state or unit. */
const MOST = 300;

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
  const inUnit = found(lines, filter);
  const chosen = inUnit.filter(({ state }) => filter.state === null || state === filter.state);
  const everything = listAddress({ state: null, search: "" });
  return (
    <>
      <div className="grid gap-4">
        <StateChoice lines={inUnit} filter={filter} />
        <SearchForm
          action="/hr/invitations#invited"
          label={t("search")}
          name="sok"
          value={filter.search}
          keep={filter.state ? { lage: filter.state } : {}}
        />
      </div>
      {chosen.length > 0 ? (
        <InvitedTable lines={chosen.slice(0, MOST)} today={today} filter={filter} again={again} />
      ) : (
        <p>
          {t("noneFound")} <a href={everything}>{t("showAll")}</a>
        </p>
      )}
      {chosen.length > MOST ? <p>{t("most", { most: MOST, n: chosen.length })}</p> : null}
    </>
  );
}
