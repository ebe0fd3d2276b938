import { translator } from "@/lib/i18n/translator";
import { type Block, mailHtml, mailText } from "@/lib/mail/html";
import type { MailContent } from "@/lib/mail/mail";
import type { Day } from "@/lib/quarters/quarter";
import { dayInWords } from "@/lib/wording/date";
import type { Locale } from "@/lib/wording/number";

export type Invitation = {
  /** The one-time address, token in its fragment. */
  readonly link: string;
  /** The last day on which the link opens. */
  readonly until: Day;
  readonly operator: string;
  readonly region: string;
  /** SHA-256 of the round's manifest, hex. */
  readonly manifestHash: string;
  /** The person's own address for choosing an exit talk; `null` where the region offers none. */
  readonly exitTalkLink: string | null;
  /** Where an answer is taken back, when the round gives receipts: a sentence and the address. */
  readonly withdrawLink: string | null;
  /** The person's own address for stopping reminders, or asking for one after having left. */
  readonly remindersLink: string;
  /** What is kept about the person, and why: told at the first mail (GDPR article 14.3 b). */
  readonly privacyLink: string;
  readonly language: Locale;
};

/** The mail that invites. It names no unit and no person: it may be read over a shoulder or forwarded. */
export function invitationMail(invitation: Invitation): MailContent {
  const { language, link, operator, region, manifestHash } = invitation;
  const t = translator(language, "mail");
  const text = (key: string, values?: Record<string, string>): Block => ({
    kind: "text",
    text: t(`invitation.${key}`, values),
  });
  const { exitTalkLink, withdrawLink, remindersLink, privacyLink } = invitation;
  const address = (key: string, href: string): Block => ({
    kind: "link",
    text: t(`invitation.${key}`),
    href,
  });
  const blocks: Block[] = [
    text("hello"),
    text("ask", { region }),
    text("promise"),
    address("open", link),
    text("until", { until: dayInWords(invitation.until, language) }),
    text("reminders"),
    address("remindersOpen", remindersLink),
    ...(withdrawLink ? [text("receipt"), address("withdrawOpen", withdrawLink)] : []),
    ...(exitTalkLink ? [text("exitTalk"), address("exitTalkOpen", exitTalkLink)] : []),
    text("privacy", { region }),
    address("privacyOpen", privacyLink),
    text("sender", { operator, region }),
    { kind: "small", text: t("invitation.hash", { manifestHash }) },
    { kind: "small", text: t("invitation.hashWhy") },
  ];
  const subject = t("invitation.subject");
  return { subject, text: mailText(blocks), html: mailHtml(blocks, subject, language) };
}
