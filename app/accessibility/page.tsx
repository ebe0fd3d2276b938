import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { contactAddress } from "@/app/_shell/contact";
import { PublicFrame } from "@/app/_shell/public-frame";
import { Facts } from "@/components/ui/facts";
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

/** In DIGG's order of who is hindered; each says why, and when it is to be done. */
const LACKS = ["sight", "voice", "work", "mind", "script"] as const;

async function Lacks() {
  const t = await getTranslations("accessibility.lack");
  return (
    <dl className="grid max-w-measure gap-6">
      {LACKS.map((lack) => (
        <div key={lack}>
          <dt className="font-semibold">{t(`${lack}.name`)}</dt>
          <dd className="mt-1">{t(`${lack}.text`)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Fault and request go to the same people; DIGG comes after them. */
async function Tell() {
  const t = await getTranslations("accessibility");
  const address = contactAddress();
  const mail = () => <a href={`mailto:${address}`}>{address}</a>;
  return (
    <>
      <Section name={t("tell")} context={t("tellContext")}>
        <p>{t.rich("tellText", { mail })}</p>
        <p>{t("tellOther")}</p>
      </Section>
      <Section name={t("supervision")}>
        <p>{t("supervisionText")}</p>
        <p>
          <a href={DIGG}>{t("supervisionLink")}</a>
        </p>
      </Section>
    </>
  );
}

async function Tested() {
  const t = await getTranslations("accessibility");
  const locale = localeOf(await getLocale());
  const facts = [
    { term: t("assessed"), value: dayInWords(REVIEWED, locale) },
    { term: t("published"), value: dayInWords(PUBLISHED, locale) },
    { term: t("updated"), value: dayInWords(REVIEWED, locale) },
  ];
  return (
    <Section name={t("tested")}>
      <p>{t("testedText")}</p>
      <Facts facts={facts} />
    </Section>
  );
}

/** What the act, DIGG's regulation (MDFFS 2019:2) and its template ask of a statement. */
export default async function AccessibilityPage() {
  const t = await getTranslations("accessibility");
  const { SORTI_OPERATOR: operator, SORTI_REGION: region, SORTI_ORIGIN: origin } = env();
  return (
    <PublicFrame>
      <Top title={t("heading")} why={t("why", { operator, region })} />
      <Section name={t("covers")}>
        <p>{t("coversText", { origin, region })}</p>
      </Section>
      <Section name={t("status")}>
        <Finding>{t("statusSays")}</Finding>
        <p>{t("statusText")}</p>
      </Section>
      <Section name={t("lacks")} context={t("lacksContext")}>
        <Lacks />
      </Section>
      <Section name={t("burden")} context={t("burdenContext")}>
        <p>{t("burdenText")}</p>
      </Section>
      <Tested />
      <Tell />
    </PublicFrame>
  );
}
