import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DeedPage } from "@/app/_shell/deed-page";
import { OpenLink } from "@/app/sign-in/link/open-link";
import { LINK_MINUTES } from "@/lib/sign-in/rule";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signin.open");
  return { title: t("page"), referrer: "no-referrer", robots: { index: false } };
}

/** Reached from the mail. The same bytes for everyone; opening it changes nothing. */
export default async function SignInLinkPage() {
  const t = await getTranslations("signin.open");
  const tell = await getTranslations("signin");
  return (
    <DeedPage
      title={t("title")}
      why={t("why")}
      name={t("name")}
      context={t("context")}
      noScript={t("noScript")}
      about={{
        name: t("about.name"),
        sentences: [t("about.once", { minutes: LINK_MINUTES }), t("about.browser")],
      }}
    >
      <OpenLink
        texts={{
          button: t("button"),
          noLink: t("noLink"),
          refused: t("refused"),
          slowDown: tell("slowDown"),
          again: t("again"),
        }}
      />
    </DeedPage>
  );
}
