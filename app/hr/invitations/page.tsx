import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { again } from "@/app/hr/invitations/actions";
import { EVERYTHING, listAddress } from "@/components/hr/invited/address";
import { InvitedList } from "@/components/hr/invited/invited-list";
import { Rule } from "@/components/hr/invited/rule";
import { marked } from "@/components/hr/marked";
import { Said } from "@/components/hr/said";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { Top } from "@/components/ui/top";
import { recordAccess } from "@/lib/access/mutations";
import { requireHr } from "@/lib/auth/require";
import { invitedLines, inviting } from "@/lib/invited/data";
import { readFilter } from "@/lib/invited/line";
import { readSearch } from "@/lib/listing/search";
import { dayAt } from "@/lib/quarters/today";
import { reminderCounts } from "@/lib/reminders/data";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("hr-invitations");
  return { title: t("title") };
}

const SAID = ["again", "stopped", "nothing"] as const;

type Asked = {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export default async function InvitationsPage({ searchParams }: Asked) {
  const actor = await requireHr();
  await recordAccess(actor, "/hr/invitations");
  const asked = await searchParams;
  const t = await getTranslations("hr-invitations");
  const say = marked(t);
  const now = new Date();
  const today = dayAt(now);
  const [lines, { rule, notInvited }, reminders] = await Promise.all([
    invitedLines(actor, today),
    inviting(actor, today),
    reminderCounts(actor, now),
  ]);
  const problems = lines.filter((line) => line.trouble !== null).length;
  const said = SAID.find((one) => one === asked["gjort"]);
  return (
    <>
      <Top
        title={
          <Said>{lines.length > 0 ? say("heading", { n: problems }) : say("headingNone")}</Said>
        }
        why={t("why")}
      >
        {problems > 0 ? (
          <p>
            <a href={listAddress({ ...EVERYTHING, state: "problem" })}>{t("showThem")}</a>
          </p>
        ) : null}
        {said ? <Note live>{t(`said.${said}`)}</Note> : null}
      </Top>
      <Section name={t("rule")} context={t("ruleContext")}>
        <Rule rule={rule} notInvited={notInvited} />
      </Section>
      <Section name={t("reminders")} context={t("remindersContext")}>
        <p>
          <Said>{say("remindersText", { sent: reminders.sent, refused: reminders.refused })}</Said>
        </p>
      </Section>
      <Section id="invited" name={t("list")} context={t("listContext")}>
        <InvitedList
          lines={lines}
          filter={readFilter(asked)}
          sought={readSearch(asked["sok"])}
          today={today}
          again={again}
        />
      </Section>
    </>
  );
}
