import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PublicFrame } from "@/app/_shell/public-frame";
import { Section } from "@/components/ui/section";
import { Top } from "@/components/ui/top";
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
  return (
    <PublicFrame>
      <Top title={t("heading")} why={t("why")} />
      <Section name={t("choice.name")} context={t("choice.context")}>
        <ReminderChoice texts={texts} />
        <noscript>
          <p>{t("noScript")}</p>
        </noscript>
      </Section>
      <Section name={t("about.name")}>
        <ul className="bullets max-w-measure">
          <li>{t("about.later")}</li>
          <li>{t("about.everyone")}</li>
          <li>{t("about.nobody")}</li>
          <li>{t("about.same")}</li>
        </ul>
      </Section>
    </PublicFrame>
  );
}
