import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PublicFrame } from "@/app/_shell/public-frame";
import { VisitorHere } from "@/app/_shell/visitor-here";
import { endOne, endOthers } from "@/app/account/actions";
import { Factor } from "@/app/account/factor";
import { signOut } from "@/app/sign-in/sign-out";
import { Acts, Button, ButtonLink } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { Table } from "@/components/ui/table";
import { Top } from "@/components/ui/top";
import { requireSession } from "@/lib/auth/require";
import { homeOf } from "@/lib/auth/roles";
import { type LiveSession, sessionsOfUser } from "@/lib/auth/sessions";
import { localeOf } from "@/lib/i18n/locale";
import { IDLE_MINUTES, SESSION_HOURS } from "@/lib/sign-in/rule";
import { momentInWords } from "@/lib/wording/date";

type Asked = { readonly ended?: string };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account");
  return { title: t("page") };
}

/** Everybody's own sign-in: where it is open, and what opens it. */
export default async function AccountPage(props: { readonly searchParams: Promise<Asked> }) {
  const session = await requireSession();
  const { ended } = await props.searchParams;
  const t = await getTranslations("account");
  return (
    <PublicFrame visitor={<VisitorHere />}>
      <Top title={t("title", { name: session.user.name })} why={t("why")}>
        <Acts>
          <ButtonLink href={homeOf(session.user.roles)}>{t("goOn")}</ButtonLink>
          <form action={signOut}>
            <Button line>{t("signOut")}</Button>
          </form>
        </Acts>
      </Top>
      {/^\d{1,4}$/.test(ended ?? "") ? (
        <Note live>
          <p>{t("others.done", { n: Number(ended) })}</p>
        </Note>
      ) : null}
      <Sessions session={session} />
      <Factor session={session} />
    </PublicFrame>
  );
}

async function Sessions({ session }: { readonly session: LiveSession }) {
  const t = await getTranslations("account");
  const locale = localeOf(await getLocale());
  const sessions = await sessionsOfUser(session.user.id, new Date());
  const times = { idle: IDLE_MINUTES, hours: SESSION_HOURS };
  return (
    <Section name={t("sessions.name")} context={t("sessions.context", times)}>
      <Table
        caption={t("sessions.name")}
        captionHidden
        narrow="list"
        columns={(["began", "seen", "means", "what"] as const).map((key) => ({
          key,
          head: t(`sessions.${key}`),
        }))}
        rows={sessions.map(({ id, hash, began, seen, means }) => ({
          key: id,
          head: momentInWords(began, locale),
          cells: {
            seen: momentInWords(seen, locale),
            means: t(`sessions.${means}`),
            what:
              hash === session.hash ? t("sessions.this") : <End id={id} says={t("sessions.end")} />,
          },
        }))}
      />
      <form action={endOthers}>
        <Acts>
          <Button line>{t("others.button")}</Button>
        </Acts>
      </form>
    </Section>
  );
}

function End({ id, says }: { readonly id: string; readonly says: string }) {
  return (
    <form action={endOne}>
      <input type="hidden" name="session" value={id} />
      <button type="submit" className="cursor-pointer text-accent-ink underline">
        {says}
      </button>
    </form>
  );
}
