import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { stop } from "@/app/hr/invitations/actions";
import { filterFields, invitedAddress } from "@/components/hr/invited/address";
import { Acts, Button, ButtonLink } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { Top } from "@/components/ui/top";
import { recordAccess } from "@/lib/access/mutations";
import { requireHr } from "@/lib/auth/require";
import { localeOf } from "@/lib/i18n/locale";
import { invitedLines } from "@/lib/invited/data";
import { mayStop, readFilter } from "@/lib/invited/line";
import { dayAt } from "@/lib/quarters/today";
import { dayInWords } from "@/lib/wording/date";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("hr-invitations.stopPage");
  return { title: t("title") };
}

type Props = {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

/** Asks before an invitation is stopped for good. */
export default async function StopPage({ params, searchParams }: Props) {
  const actor = await requireHr();
  await recordAccess(actor, "/hr/invitations/[id]");
  const [{ id }, asked] = [await params, await searchParams];
  const lines = await invitedLines(actor, dayAt(new Date()));
  const line = lines.find((one) => one.id === id);
  if (!line || !mayStop(line)) notFound();
  const t = await getTranslations("hr-invitations.stopPage");
  const filter = readFilter(asked);
  const day = dayInWords(line.lastDay, localeOf(await getLocale()));
  return (
    <>
      <Top title={t("heading", { unit: line.unit, day })} why={t("why")} />
      <Section name={t("title")}>
        <p>{t("when")}</p>
        <form action={stop}>
          {Object.entries({ id, ...filterFields(filter) }).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Acts>
            <Button>{t("button")}</Button>
            <ButtonLink href={invitedAddress(filter)} line>
              {t("back")}
            </ButtonLink>
          </Acts>
        </form>
      </Section>
    </>
  );
}
