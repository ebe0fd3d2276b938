import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { addressOf } from "@/app/_shell/address";
import { askedLines } from "@/app/hr/questionnaire/asked";
import { AskedTable } from "@/components/hr/asked-table";
import { Section } from "@/components/ui/section";
import { Top } from "@/components/ui/top";
import { recordAccess } from "@/lib/access/mutations";
import { requireHr } from "@/lib/auth/require";
import { localeOf } from "@/lib/i18n/locale";
import { quarterInWords } from "@/lib/wording/date";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("hr-questionnaire");
  return { title: t("title") };
}

/** Which questionnaire is asked now and next, to be looked at as those who leave see it. */
export default async function HrQuestionnairePage() {
  const actor = await requireHr();
  await recordAccess(actor, "/hr/questionnaire");
  const t = await getTranslations("hr-questionnaire");
  const locale = localeOf(await getLocale());
  const lines = await askedLines(locale);
  const open = lines.find(({ now }) => now);
  const heading = open
    ? t("heading", {
        quarter: quarterInWords(open.quarter, locale),
        version: open.version,
      })
    : t("headingNone");
  return (
    <>
      <Top title={heading} why={t("why")} />
      <Section name={t("rounds")} context={t("roundsContext")}>
        {lines.length > 0 ? <AskedTable lines={lines} /> : <p>{t("none")}</p>}
      </Section>
      <Section name={t("page")} context={t("pageContext")}>
        <p>
          <a href={addressOf("/svar")}>{t("pageLink")}</a>
        </p>
      </Section>
    </>
  );
}
