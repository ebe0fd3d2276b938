import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { addressOf } from "@/app/_shell/address";
import { HelpHere } from "@/app/_shell/help-here";
import { LanguageLink } from "@/app/_shell/language-link";
import { SingleParty } from "@/app/_shell/single-party";
import { TabsHere } from "@/app/_shell/tabs-here";
import { TimeBarHere } from "@/app/_shell/time-bar-here";
import { signOut } from "@/app/sign-in/sign-out";
import { Foot } from "@/components/ui/foot";
import { Head } from "@/components/ui/head";
import type { AnyActor } from "@/lib/auth/actor";

type WorkFrameProps = {
  readonly actor: AnyActor;
  readonly home: string;
  /** ”Region Norrsjö, HR” */
  readonly who: string;
  /** Names the row of tabs: ”HR”. */
  readonly label: string;
  readonly tabs: readonly { readonly href: string; readonly text: string }[];
  readonly children: ReactNode;
};

/** The frame of the pages behind the gate: who is signed in, tabs, and that it is noted. */
export function WorkFrame({ actor, home, who, label, tabs, children }: WorkFrameProps) {
  const t = useTranslations("shell");
  const help = useTranslations("help");
  return (
    <div className="work">
      <Head home={home} who={who} tools={<Tools name={actor.name} />} />
      <TimeBarHere />
      <TabsHere label={label} tabs={tabs} />
      <aside className="wrap" aria-label={help("name")}>
        <HelpHere />
      </aside>
      <main id="main" className="wrap">
        {children}
      </main>
      <Foot
        items={[
          { text: t("reports"), href: addressOf("/reports") },
          { text: t("start"), href: "/" },
          { text: t("privacy"), href: "/privacy" },
          { text: t("accessibility"), href: "/accessibility" },
        ]}
        note={
          <>
            {t("logged")} <SingleParty />
          </>
        }
      />
    </div>
  );
}

function Tools({ name }: { readonly name: string }) {
  const t = useTranslations("shell");
  return (
    <form action={signOut}>
      <a href="/account">{t("signedIn", { name })}</a> ·{" "}
      <button type="submit" className="cursor-pointer text-accent-ink underline">
        {t("signOut")}
      </button>{" "}
      · <LanguageLink />
    </form>
  );
}
