import { useTranslations } from "next-intl";
import { addressOf } from "@/app/_shell/address";
import { Protection } from "@/app/_shell/protection";
import { PublicFrame } from "@/app/_shell/public-frame";
import { VisitorHere } from "@/app/_shell/visitor-here";
import { ButtonLink } from "@/components/ui/button";
import { Finding } from "@/components/ui/finding";
import { Section } from "@/components/ui/section";
import { Top } from "@/components/ui/top";
import { env, isDemo, ownParts } from "@/lib/env";

export default function StartPage() {
  const t = useTranslations("start");
  const { SORTI_REGION: region, SORTI_OPERATOR: operator } = env();
  return (
    <PublicFrame visitor={<VisitorHere />}>
      <Top title={t("title")} why={t("why", { region, operator })} />
      {isDemo() && ownParts() === "both" ? (
        <Section name={t("demo.name")}>
          <Finding>{t("demo.says")}</Finding>
          <p>
            {t("demo.text")} <a href={addressOf("/inbox")}>{t("demo.inbox")}</a>
          </p>
          <p>
            {t("demo.time")} <a href="/demo">{t("demo.timeLink")}</a>
          </p>
        </Section>
      ) : null}
      <Section name={t("reports.name")} context={t("reports.context")}>
        <Finding>{t("reports.says")}</Finding>
        <ButtonLink href={addressOf("/reports")}>{t("reports.link")}</ButtonLink>
      </Section>
      <Section name={t("link.name")}>
        <Finding>{t("link.says")}</Finding>
        <p>{t("link.text")}</p>
      </Section>
      <Protection />
      <Section name={t("signIn.name")}>
        <Finding>{t("signIn.says")}</Finding>
        <ButtonLink href="/sign-in" line>
          {t("signIn.link")}
        </ButtonLink>
      </Section>
    </PublicFrame>
  );
}
