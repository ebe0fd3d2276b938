import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PublicFrame } from "@/app/_shell/public-frame";
import { Talk } from "@/app/exit-talk/talk";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("exit-talks");
  return { title: t("title"), referrer: "no-referrer", robots: { index: false } };
}

/** Everything the page says; the rest of the catalogue stays on the server. */
const SAID = [
  "question",
  "why",
  "choice",
  "apart",
  "ask",
  "with.manager",
  "with.managers-manager",
  "with.hr",
  "with.none",
  "contact",
  "contactHint",
  "save",
  "saving",
  "saved.wished",
  "saved.declined",
  "problem.nothing-chosen",
  "problem.contact-too-long",
  "opening",
  "trouble",
  "again",
  "unknown",
  "unknownWhy",
  "held",
  "heldWhy",
] as const;

/** The same page for everybody: the link's token stands after the `#`, and only the script in the browser reads it. */
export default async function ExitTalkPage() {
  const t = await getTranslations("exit-talks");
  return (
    <PublicFrame>
      <Talk texts={Object.fromEntries(SAID.map((key) => [key, t(key)]))} />
      <noscript>
        <p>{t("noScript")}</p>
      </noscript>
    </PublicFrame>
  );
}
