import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { addressOf } from "@/app/_shell/address";
import { AskedTable } from "@/components/hr/asked-table";
import { Section } from "@/components/ui/section";
import { Top } from "@/components/ui/top";
import { recordAccess } from "@/lib/access/mutations";
import { requireHr } from "@/lib/auth/require";
import { localeOf } from "@/lib/i18n/locale";
import { allRounds } from "@/lib/rounds/data";
import type { RoundRecord } from "@/lib/rounds/record";
import { itemsOf } from "@/lib/survey/items";
import { questionnaireSchema } from "@/lib/survey/questionnaire";
import { wording } from "@/lib/survey/wording";
import { quarterInWords } from "@/lib/wording/date";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("hr-questionnaire");
  return { title: t("title") };
}

/** The rounds that are asked now or are signed to be: what both key holders have put their names to. */
function asked({ quarter, state, signed }: RoundRecord) {
  const questionnaire = questionnaireSchema.parse(JSON.parse(signed.questionnaire));
  return { quarter, now: state === "issuing", questionnaire };
}

/** Which questionnaire is asked now and next, to be looked at as those who leave see it. */
export default async function HrQuestionnairePage() {
  const actor = await requireHr();
  await recordAccess(actor, "/hr/questionnaire");
  const t = await getTranslations("hr-questionnaire");
  const locale = localeOf(await getLocale());
  const rounds = (await allRounds())
    .filter(({ state }) => state === "issuing" || state === "planned")
    .map(asked);
  const [open] = rounds.filter(({ now }) => now);
  const lines = rounds.map(({ quarter, now, questionnaire }) => ({
    quarter,
    now,
    title: wording(questionnaire.title, locale),
    version: questionnaire.version,
    languages: questionnaire.languages,
    questions: itemsOf(questionnaire).length,
  }));
  const heading = open
    ? t("heading", {
        quarter: quarterInWords(open.quarter, locale),
        version: open.questionnaire.version,
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
