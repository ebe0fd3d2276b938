import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DeedPage } from "@/app/_shell/deed-page";
import { WithdrawForm } from "@/app/withdraw/withdraw-form";

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
  const about = ["nobody", "unread", "final", "until"] as const;
  return (
    <DeedPage
      title={t("heading")}
      why={t("why")}
      name={t("code.name")}
      context={t("code.context")}
      noScript={t("noScript")}
      about={{ name: t("about.name"), sentences: about.map((key) => t(`about.${key}`)) }}
    >
      <WithdrawForm texts={texts} />
    </DeedPage>
  );
}
