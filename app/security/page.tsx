import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PublicFrame } from "@/app/_shell/public-frame";
import { SingleParty } from "@/app/_shell/single-party";
import { securityContact } from "@/app/security/contact";
import { SelfAttacks } from "@/components/transparency/self-attacks";
import { Threats } from "@/components/transparency/threats";
import { WhoHoldsWhat } from "@/components/transparency/who-holds-what";
import { Finding } from "@/components/ui/finding";
import { Section } from "@/components/ui/section";
import { Top } from "@/components/ui/top";
import { loggedAttacks } from "@/lib/attack/due";
import { FIRST_TERMS, isWeaker } from "@/lib/changes/terms";
import { env } from "@/lib/env";
import { localeOf } from "@/lib/i18n/locale";
import { allRounds } from "@/lib/rounds/data";
import { weakestOf } from "@/lib/rules/limits";
import { readLog } from "@/lib/transparency/data";
import { GUESSING } from "@/lib/transparency/guessing";
import { RESIDUAL_RISKS } from "@/lib/transparency/threats";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("security");
  return { title: t("title") };
}

/** The promise, how it is kept, what it does not cover, and what the attacks on it found. For anybody. */
export default async function SecurityPage() {
  const t = await getTranslations("security");
  const { SORTI_OPERATOR: operator, SORTI_REGION: region } = env();
  const contact = securityContact();
  const { k, c } = weakestOf((await allRounds()).map(({ manifest }) => manifest.limits));
  return (
    <PublicFrame>
      <Top title={t("heading")} why={t("why")} />
      <Section name={t("how.name")} context={t("how.context")}>
        <Finding>{t("how.says")}</Finding>
        <WhoHoldsWhat />
      </Section>
      <Section id="threats" name={t("threats.name")} context={t("threats.context")}>
        <Finding>{t("threats.says")}</Finding>
        <Threats k={k} />
      </Section>
      <Section id="limits" name={t("risks.name")} context={t("risks.context")}>
        <Finding>{t("risks.says")}</Finding>
        <ul className="bullets max-w-measure">
          {RESIDUAL_RISKS.map((risk) => (
            <li key={risk}>{t(`risks.list.${risk}`)}</li>
          ))}
        </ul>
      </Section>
      <Section id="guessing" name={t("guessing.name")} context={t("guessing.context")}>
        <Finding>{t("guessing.says", { c })}</Finding>
        <p>{t("guessing.steps", GUESSING.steps)}</p>
        <p>{t("guessing.reason", GUESSING.reason)}</p>
        <p>{t("guessing.how", { units: GUESSING.units })}</p>
        {isWeaker(FIRST_TERMS, { ...FIRST_TERMS, k, c }) ? (
          <p>{t("guessing.weaker", { k, c })}</p>
        ) : null}
      </Section>
      <Section id="proof" name={t("proof.name")} context={t("proof.context")}>
        <SelfAttacks attacks={loggedAttacks(await readLog())} />
      </Section>
      <Section id="verify" name={t("verify.name")} context={t("verify.context")}>
        <Finding>{t("verify.says")}</Finding>
        <ul className="bullets max-w-measure">
          <li>{t("verify.mail")}</li>
          <li>
            {t("verify.log")} <a href="/log">{t("verify.logLink")}</a>
          </li>
          <li>{t("verify.receipt")}</li>
          <li>{t("verify.source")}</li>
        </ul>
      </Section>
      <Section name={t("who.name")}>
        <p>{t("who.text", { operator, region })}</p>
        <p>
          <SingleParty />
        </p>
      </Section>
      <Section id="report" name={t("report.name")} context={t("report.context")}>
        <Finding>{t("report.says")}</Finding>
        <p>
          {t("report.text")} <a href={contact}>{contact.replace(/^mailto:/, "")}</a>
        </p>
        <p>{t("report.promise")}</p>
        <p lang={localeOf(await getLocale())}>
          <a href="/.well-known/security.txt">security.txt</a>
        </p>
      </Section>
    </PublicFrame>
  );
}
