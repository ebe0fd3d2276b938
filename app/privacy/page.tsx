import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { addressOf } from "@/app/_shell/address";
import { contactAddress } from "@/app/_shell/contact";
import { PublicFrame } from "@/app/_shell/public-frame";
import { Section } from "@/components/ui/section";
import { Top } from "@/components/ui/top";
import { env } from "@/lib/env";
import { NOTICE, NOTICE_FIGURES } from "@/lib/privacy/notice";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("privacy");
  return { title: t("title") };
}

/** What GDPR articles 13 and 14 ask to be told, to whoever is invited and whoever works here. */
export default async function PrivacyPage() {
  const t = await getTranslations("privacy");
  const { SORTI_OPERATOR: operator, SORTI_REGION: region } = env();
  const address = contactAddress();
  const about = {
    ...{ operator, region, ...NOTICE_FIGURES },
    mail: () => <a href={`mailto:${address}`}>{address}</a>,
    security: (chunks: ReactNode) => <a href={addressOf("/security")}>{chunks}</a>,
  };
  return (
    <PublicFrame>
      <Top title={t("heading")} why={t("why", { region })} />
      {NOTICE.map(({ id, parts }) => (
        <Section key={id} id={id} name={t(`${id}.name`)}>
          {parts.map((part) => (
            <p key={part}>{t.rich(`${id}.${part}`, about)}</p>
          ))}
        </Section>
      ))}
    </PublicFrame>
  );
}
