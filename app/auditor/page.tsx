import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { LogCheckHere } from "@/app/_shell/log-check-here";
import { wordedAccesses } from "@/app/auditor/worded-accesses";
import { AccessTable } from "@/components/auditor/access-table";
import { Section } from "@/components/ui/section";
import { TodoList } from "@/components/ui/todo-list";
import { Top } from "@/components/ui/top";
import { accessesLike } from "@/lib/access/data";
import { accessFilter } from "@/lib/access/filter";
import { recordAccess } from "@/lib/access/mutations";
import { requireAuditor } from "@/lib/auth/require";
import { waitingChanges } from "@/lib/changes/data";
import { importsToConfirm } from "@/lib/confirmation/data";
import { isPart } from "@/lib/env";
import { localeOf } from "@/lib/i18n/locale";
import { momentInWords } from "@/lib/wording/date";

const NEWEST = 200;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auditor");
  return { title: t("title") };
}

export default async function AuditorPage() {
  const actor = await requireAuditor();
  await recordAccess(actor, "/auditor");
  const t = await getTranslations("auditor");
  const locale = localeOf(await getLocale());
  const found = await accessesLike(actor, accessFilter(new URLSearchParams()), NEWEST);
  const entries = await wordedAccesses(found, (at) => momentInWords(at, locale));
  const imports = isPart("issuer") ? await importsToConfirm(actor) : [];
  // The limits are the collector's: an issuer of its own knows of no proposal.
  const changes = isPart("collector") ? await waitingChanges(actor, new Date()) : 0;
  return (
    <>
      <Top title={t("title")} why={t("why")} />
      <Waiting
        imports={imports.filter(({ standing }) => standing === "waits").length}
        changes={changes}
      />
      <Section name={t("log")} context={t("newest", { n: NEWEST })}>
        <p>
          <a href="/auditor/accesses">{t("searchName")}</a>
        </p>
        <AccessTable entries={entries} />
      </Section>
      {/* The log is the collector's: on an issuer of its own there is none to check. */}
      {isPart("collector") ? <LogCheckHere /> : null}
    </>
  );
}

/** What waits for the auditor, before the log. */
function Waiting(waiting: { readonly imports: number; readonly changes: number }) {
  const t = {
    imports: useTranslations("auditor-imports"),
    changes: useTranslations("changes.auditor"),
  };
  const own = useTranslations("auditor");
  const todos = (["imports", "changes"] as const)
    .filter((one) => waiting[one] > 0)
    .map((id) => {
      const link = (chunks: ReactNode) => <a href={`/auditor/${id}`}>{chunks}</a>;
      return { id, text: t[id].rich("todo", { n: waiting[id], link }) };
    });
  if (todos.length === 0) return null;
  return (
    <Section name={own("todo")}>
      <TodoList todos={todos} />
    </Section>
  );
}
