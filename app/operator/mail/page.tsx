import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { Table } from "@/components/ui/table";
import { Top } from "@/components/ui/top";
import { recordAccess } from "@/lib/access/mutations";
import { requireOperator } from "@/lib/auth/require";
import type { MailHealth } from "@/lib/mail-returns/health";
import { mailStanding } from "@/lib/parties/data";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("mail-returns");
  return { title: t("title") };
}

const INVITATIONS = ["later", "waiting", "sent", "refused", "bounced", "complained"] as const;
const REMINDERS = ["reminders", "remindersRefused"] as const;
const SAYS = ["waiting", "bounced", "complained"] as const;

type CountsProps = {
  readonly name: string;
  readonly rows: readonly Exclude<keyof MailHealth, "read">[];
  readonly health: MailHealth;
};

function Counts({ name, rows, health }: CountsProps) {
  const t = useTranslations("mail-returns");
  return (
    <Table
      caption={name}
      captionHidden
      columns={[
        { key: "what", head: t("what") },
        { key: "count", head: t("count"), number: true },
      ]}
      rows={rows.map((key) => ({ key, head: t(`row.${key}`), cells: { count: health[key] } }))}
    />
  );
}

/** What needs somebody first. */
function headingOf(
  { waiting, refused, bounced, read }: MailHealth,
  t: (key: string, values?: { readonly n: number }) => string,
): string {
  if (waiting > 0) return t("headingWaiting", { n: waiting });
  const n = refused + bounced;
  return n > 0 || read ? t("heading", { n }) : t("headingUnread");
}

/** How the mails have gone, as counts of the whole region. */
export default async function OperatorMailPage() {
  const actor = await requireOperator();
  await recordAccess(actor, "/operator/mail");
  const t = await getTranslations("mail-returns");
  const health = await mailStanding(actor);
  if (health === null) return <Top title={t("awayHeading")} why={t("away")} />;
  const { read } = health;
  const heading = headingOf(health, t);
  return (
    <>
      <Top title={heading} why={t("why")}>
        {read ? null : <Note>{t("unread")}</Note>}
      </Top>
      <Section name={t("invitations")} context={t("invitationsContext")}>
        <Counts name={t("invitations")} rows={INVITATIONS} health={health} />
      </Section>
      <Section name={t("reminders")} context={t("remindersContext")}>
        <Counts name={t("reminders")} rows={REMINDERS} health={health} />
      </Section>
      <Section name={t("means")} context={t("meansContext")}>
        <ul className="bullets max-w-measure">
          {SAYS.map((key) => (
            <li key={key}>{t(`says.${key}`)}</li>
          ))}
        </ul>
      </Section>
    </>
  );
}
