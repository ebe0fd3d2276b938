import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DeedPage } from "@/app/_shell/deed-page";
import { ReminderChoice } from "./reminder-choice";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reminders");
  return { title: t("title"), referrer: "no-referrer", robots: { index: false } };
}

/** Everything that the choice says; the rest of the catalogue stays on the server. */
const SAID = [
  "stop",
  "later",
  "usual",
  "undo",
  "sending",
  "problem.offline",
  "problem.slow-down",
  "problem.server",
  "noLink.title",
  "noLink.text",
  "saved.stopped.title",
  "saved.stopped.text",
  "saved.after-leaving.title",
  "saved.after-leaving.text",
  "saved.usual.title",
  "saved.usual.text",
] as const;

/** Reached from every mail. The same bytes for everyone; opening it changes nothing. */
export default async function RemindersPage() {
  const t = await getTranslations("reminders");
  const texts = Object.fromEntries(SAID.map((key) => [key, t(key)]));
  const about = ["later", "everyone", "nobody", "same"] as const;
  return (
    <DeedPage
      title={t("heading")}
      why={t("why")}
      name={t("choice.name")}
      context={t("choice.context")}
      noScript={t("noScript")}
      about={{ name: t("about.name"), sentences: about.map((key) => t(`about.${key}`)) }}
    >
      <ReminderChoice texts={texts} />
    </DeedPage>
  );
}
