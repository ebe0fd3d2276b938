import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AuditorImportList } from "@/components/auditor/import-list";
import { RoundTable } from "@/components/auditor/inequalities";
import { Finding } from "@/components/ui/finding";
import { Section } from "@/components/ui/section";
import { Top } from "@/components/ui/top";
import { recordAccess } from "@/lib/access/mutations";
import { requireAuditor } from "@/lib/auth/require";
import { importsToConfirm, roundsHeldAgainstLinks } from "@/lib/confirmation/data";
import { localeOf } from "@/lib/i18n/locale";
import { byWhom } from "@/lib/wording/by-whom";
import { momentInWords } from "@/lib/wording/date";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auditor-imports");
  return { title: t("title") };
}

/** HR's imports of departures: those that wait for the auditor, and those that are decided. */
export default async function AuditorImportsPage() {
  const actor = await requireAuditor();
  await recordAccess(actor, "/auditor/imports");
  const t = await getTranslations("auditor-imports");
  const locale = localeOf(await getLocale());
  const who = await getTranslations("byWhom");
  const imports = (await importsToConfirm(actor)).map(({ importedAt, importedBy, ...one }) => ({
    ...one,
    importedBy: byWhom(importedBy, who),
    when: momentInWords(importedAt, locale),
  }));
  const waiting = imports.filter(({ standing }) => standing === "waits");
  const decided = imports.filter(({ standing }) => standing !== "waits");
  const rounds = await roundsHeldAgainstLinks(actor);
  const broken = rounds.filter((round) => round.broken.length > 0);
  return (
    <>
      <Top title={t("heading", { n: waiting.length })} why={t("why")} />
      <Section name={t("list.waiting")} context={t("list.newest")}>
        {waiting.length === 0 ? (
          <p>{t("list.noneWaiting")}</p>
        ) : (
          <AuditorImportList imports={waiting} name={t("list.waiting")} />
        )}
      </Section>
      <Section name={t("list.decided")} context={t("list.newest")}>
        {decided.length === 0 ? (
          <p>{t("list.noneDecided")}</p>
        ) : (
          <AuditorImportList imports={decided} name={t("list.decided")} />
        )}
      </Section>
      <Section name={t("inequalities.rounds")} context={t("inequalities.roundsContext")}>
        {rounds.length === 0 ? (
          <p>{t("inequalities.noRounds")}</p>
        ) : (
          <>
            <Finding>
              {t("inequalities.roundsFinding", { n: rounds.length, broken: broken.length })}
            </Finding>
            <RoundTable rounds={rounds} />
          </>
        )}
      </Section>
    </>
  );
}
