import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PublicFrame } from "@/app/_shell/public-frame";
import { Finding } from "@/components/ui/finding";
import { Section } from "@/components/ui/section";
import { Top } from "@/components/ui/top";
import { env } from "@/lib/env";
import { localeOf } from "@/lib/i18n/locale";
import { dayInWords } from "@/lib/wording/date";

/** When the statement first stood here, and when it was last compared with the tests. */
const PUBLISHED = "2026-11-22";
const REVIEWED = "2026-11-22";

const DIGG = "https://www.digg.se/tdosanmalan";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accessibility");
  return { title: t("title") };
}

/** The address that mails come from is read by people: ”Sorti <svara@…>”. */
function contact(): string {
  const from = env().MAIL_FROM;
  return /<([^>]+)>/.exec(from)?.[1] ?? from;
}

/** What the act and DIGG's regulation (MDFFS 2019:2) ask of a statement, in their order. */
export default async function AccessibilityPage() {
  const t = await getTranslations("accessibility");
  const locale = localeOf(await getLocale());
  const { SORTI_OPERATOR: operator, SORTI_REGION: region, SORTI_ORIGIN: origin } = env();
  const days = {
    reviewed: dayInWords(REVIEWED, locale),
    published: dayInWords(PUBLISHED, locale),
  };
  return (
    <PublicFrame>
      <Top title={t("heading")} why={t("why", { operator, region })} />
      <Section name={t("covers")}>
        <p>{t("coversText", { origin })}</p>
      </Section>
      <Section name={t("status")}>
        <Finding>{t("statusSays")}</Finding>
        <p>{t("statusText")}</p>
      </Section>
      <Section name={t("lacks")}>
        <ul className="bullets max-w-measure">
          <li>{t("lacksTested")}</li>
          <li>{t("lacksLanguage")}</li>
          <li>{t("lacksScript")}</li>
          <li>{t("lacksBurden")}</li>
        </ul>
      </Section>
      <Section name={t("tested")}>
        <p>{t("testedText")}</p>
        <p>{t("testedDay", days)}</p>
      </Section>
      <Section name={t("tell")}>
        <p>{t("tellText", { contact: contact() })}</p>
        <p>{t("tellOther")}</p>
      </Section>
      <Section name={t("supervision")}>
        <p>{t("supervisionText")}</p>
        <p>
          <a href={DIGG}>{t("supervisionLink")}</a>
        </p>
      </Section>
    </PublicFrame>
  );
}
