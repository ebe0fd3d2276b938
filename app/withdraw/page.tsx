import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PublicFrame } from "@/app/_shell/public-frame";
import { WithdrawForm } from "@/app/withdraw/withdraw-form";
import { Section } from "@/components/ui/section";
import { Top } from "@/components/ui/top";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("withdraw");
  return { title: t("title"), referrer: "no-referrer" };
}

/** Everything the form says; the rest of the catalogue stays on the server. */
const SAID = [
  "label",
  "hint",
  "send",
  "again",
  "sending",
  "problem.no-receipt",
  "problem.receiving-stopped",
  "problem.offline",
  "problem.slow-down",
  "problem.server",
  "done.title",
  "done.text",
  "done.later",
] as const;

/** Takes an answer back with its receipt: no sign-in, no question of who, and no say of whether there was one. */
export default async function WithdrawPage() {
  const t = await getTranslations("withdraw");
  const texts = Object.fromEntries(SAID.map((key) => [key, t(key)]));
  return (
    <PublicFrame>
      <Top title={t("heading")} why={t("why")} />
      <Section name={t("code.name")} context={t("code.context")}>
        <WithdrawForm texts={texts} />
        <noscript>
          <p>{t("noScript")}</p>
        </noscript>
      </Section>
      <Section name={t("about.name")}>
        <ul className="bullets max-w-measure">
          <li>{t("about.nobody")}</li>
          <li>{t("about.unread")}</li>
          <li>{t("about.final")}</li>
          <li>{t("about.until")}</li>
        </ul>
      </Section>
    </PublicFrame>
  );
}
