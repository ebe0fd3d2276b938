import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DeedPage } from "@/app/_shell/deed-page";
import { SubscriptionChoice } from "./subscription-choice";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("subscription.choice");
  return { title: t("page"), referrer: "no-referrer", robots: { index: false } };
}

/** Everything that the choice says; the rest of the catalogue stays on the server. */
const SAID = [
  ...["confirm", "stop", "sending", "problem.offline", "problem.slow-down", "problem.server"],
  ...["confirmed", "stopped", "forgotten", "noLink"].flatMap((one) => [
    `${one}.title`,
    `${one}.text`,
  ]),
];

/** Reached from every mail to a subscriber. The same bytes for everyone; opening it changes nothing. */
export default async function SubscriptionPage() {
  const t = await getTranslations("subscription.choice");
  return (
    <DeedPage
      title={t("title")}
      why={t("why")}
      name={t("name")}
      context={t("context")}
      noScript={t("noScript")}
      about={{ name: t("about.name"), sentences: [t("about.gone"), t("about.again")] }}
    >
      <SubscriptionChoice texts={Object.fromEntries(SAID.map((key) => [key, t(key)]))} />
    </DeedPage>
  );
}
