import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { wordedAccesses } from "@/app/auditor/worded-accesses";
import { AccessSearch } from "@/components/auditor/access-search";
import { AccessTable } from "@/components/auditor/access-table";
import { Section } from "@/components/ui/section";
import { Top } from "@/components/ui/top";
import { accessesLike } from "@/lib/access/data";
import { accessFilter, filterQuery } from "@/lib/access/filter";
import { recordAccess } from "@/lib/access/mutations";
import { requireAuditor } from "@/lib/auth/require";
import { localeOf } from "@/lib/i18n/locale";
import { momentInWords } from "@/lib/wording/date";

const NEWEST = 500;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auditor");
  return { title: t("accessesTitle") };
}

type Asked = Promise<Readonly<Record<string, string | string[]>>>;

/** The access log by person, page and day: what is asked for stands in the address. */
export default async function AccessesPage({ searchParams }: { readonly searchParams: Asked }) {
  const actor = await requireAuditor();
  await recordAccess(actor, "/auditor/accesses");
  const asked = Object.entries(await searchParams).map(([name, value]) => [name, String(value)]);
  const filter = accessFilter(new URLSearchParams(asked));
  const t = await getTranslations("auditor");
  const locale = localeOf(await getLocale());
  const found = await accessesLike(actor, filter, NEWEST);
  const entries = await wordedAccesses(found, (at) => momentInWords(at, locale));
  const query = filterQuery(filter);
  return (
    <>
      <Top title={t("accessesTitle")} why={t("accessesWhy")} />
      <Section name={t("searchName")}>
        <AccessSearch filter={filter} />
      </Section>
      <Section
        name={t("found", { n: entries.length })}
        context={entries.length === NEWEST ? t("most", { n: NEWEST }) : ""}
      >
        {entries.length > 0 ? <AccessTable entries={entries} /> : null}
        <p>
          <a href={`/auditor/accesses/file?${query}`} download>
            {t("file")}
          </a>
          {query === "" ? null : (
            <>
              {" · "}
              <a href="/auditor/accesses">{t("all")}</a>
            </>
          )}
        </p>
      </Section>
    </>
  );
}
