import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { addressOf } from "@/app/_shell/address";
import { LanguageLink } from "@/app/_shell/language-link";
import { SingleParty } from "@/app/_shell/single-party";
import { Foot } from "@/components/ui/foot";
import { Head } from "@/components/ui/head";
import { env, isDemo } from "@/lib/env";

type PublicFrameProps = {
  readonly children: ReactNode;
  /** What the page is for, at its end. */
  readonly help?: ReactNode;
  /** Who is signed in, where the page may look; else the way to sign in. */
  readonly visitor?: ReactNode;
};

/** The frame of the pages that anybody may open. By itself it never looks at who is signed in. */
export function PublicFrame({ children, help, visitor }: PublicFrameProps) {
  const t = useTranslations("shell");
  const inbox = isDemo() ? [{ text: t("inbox"), href: addressOf("/inbox") }] : [];
  const tools = (
    <>
      <a href={addressOf("/reports")}>{t("reports")}</a> ·{" "}
      {visitor ?? <a href="/sign-in">{t("signIn")}</a>} · <LanguageLink />
    </>
  );
  return (
    <>
      <Head home="/" who={env().SORTI_REGION} tools={tools} />
      <main id="main" className="wrap">
        {children}
        {help ? <div className="mt-12">{help}</div> : null}
      </main>
      <Foot
        items={[
          { text: t("start"), href: "/" },
          { text: t("reports"), href: addressOf("/reports") },
          { text: t("withdraw"), href: addressOf("/withdraw") },
          { text: t("security"), href: addressOf("/security") },
          { text: t("log"), href: addressOf("/log") },
          { text: t("privacy"), href: "/privacy" },
          { text: t("accessibility"), href: "/accessibility" },
          ...inbox,
        ]}
        note={<SingleParty />}
      />
    </>
  );
}
