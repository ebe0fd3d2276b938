import { useTranslations } from "next-intl";
import { listAddress } from "@/components/hr/invited/address";
import type { InvitedFilter, ListPage } from "@/lib/invited/line";

type PagesProps = { readonly filter: InvitedFilter; readonly at: ListPage };

/** Which page of a long list this is, and the way to the others. */
export function Pages({ filter, at: { page, pages } }: PagesProps) {
  const t = useTranslations("hr-invitations.pages");
  if (pages === 1) return null;
  return (
    <nav aria-label={t("label")} className="flex flex-wrap gap-x-6 gap-y-1">
      {page > 1 ? <a href={listAddress({ ...filter, page: page - 1 })}>{t("before")}</a> : null}
      <span>{t("at", { page, pages })}</span>
      {page < pages ? <a href={listAddress({ ...filter, page: page + 1 })}>{t("after")}</a> : null}
    </nav>
  );
}
