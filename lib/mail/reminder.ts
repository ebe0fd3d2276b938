import { translator } from "@/lib/i18n/translator";
import { type Block, mailHtml, mailText } from "@/lib/mail/html";
import type { MailContent } from "@/lib/mail/mail";
import type { Day } from "@/lib/quarters/quarter";
import { dayInWords } from "@/lib/wording/date";
import type { Locale } from "@/lib/wording/number";

export type Reminder = {
  /** The same one-time address as in the invitation. */
  readonly link: string;
  /** The last day on which the link opens. */
  readonly until: Day;
  readonly operator: string;
  readonly region: string;
  /** SHA-256 of the round's manifest, hex. */
  readonly manifestHash: string;
  /** The person's own address for stopping reminders. */
  readonly remindersLink: string;
  readonly withdrawLink: string;
  readonly language: Locale;
};

/** The mail that reminds: the same words to those who have answered and to those who have not. */
export function reminderMail(reminder: Reminder): MailContent {
  const { language, link, operator, region, manifestHash } = reminder;
  const t = translator(language, "mail");
  const text = (key: string, values?: Record<string, string>): Block => ({
    kind: "text",
    text: t(key, values),
  });
  const blocks: Block[] = [
    text("invitation.hello"),
    text("reminder.ask", { region }),
    text("reminder.answered"),
    text("invitation.promise"),
    { kind: "link", text: t("invitation.open"), href: link },
    text("invitation.until", { until: dayInWords(reminder.until, language) }),
    text("reminder.choose"),
    { kind: "link", text: t("invitation.remindersOpen"), href: reminder.remindersLink },
    { kind: "link", text: t("invitation.withdrawOpen"), href: reminder.withdrawLink },
    text("invitation.sender", { operator, region }),
    { kind: "small", text: t("invitation.hash", { manifestHash }) },
    { kind: "small", text: t("invitation.hashWhy") },
  ];
  const subject = t("reminder.subject");
  return { subject, text: mailText(blocks), html: mailHtml(blocks, subject, language) };
}
