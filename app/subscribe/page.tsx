import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PublicFrame } from "@/app/_shell/public-frame";
import { subscribe } from "@/app/subscribe/actions";
import { AddressForm } from "@/components/ui/address-form";
import { Section } from "@/components/ui/section";
import { Top } from "@/components/ui/top";
import { requireReader } from "@/lib/auth/require";
import { UNCONFIRMED_DAYS } from "@/lib/subscriptions/rule";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("subscription");
  return { title: t("page") };
}

/** Where whoever may read the reports asks for a mail when one is published. */
export default async function SubscribePage() {
  await requireReader();
  const t = await getTranslations("subscription");
  const about = ["only", "confirm", "stop", "same"] as const;
  return (
    <PublicFrame>
      <Top title={t("title")} why={t("why")} back={{ href: "/reports", text: t("back") }} />
      <Section name={t("form.name")} context={t("form.context")}>
        <AddressForm
          ask={subscribe}
          id="email"
          autoComplete="email"
          texts={{
            label: t("form.label"),
            hint: t("form.hint"),
            button: t("form.button"),
            asked: t("form.asked"),
            wrong: t("form.wrong"),
            slowDown: t("form.slowDown"),
          }}
        />
      </Section>
      <Section name={t("about.name")}>
        <ul className="bullets max-w-measure">
          {about.map((one) => (
            <li key={one}>{t(`about.${one}`, { days: UNCONFIRMED_DAYS })}</li>
          ))}
        </ul>
        <p>
          {t("feed.says")} <a href="/reports/feed.xml">{t("feed.sv")}</a> ·{" "}
          <a href="/reports/feed.en.xml">{t("feed.en")}</a>
        </p>
      </Section>
    </PublicFrame>
  );
}
