import { translator } from "@/lib/i18n/translator";
import { type Block, mailHtml, mailText } from "@/lib/mail/html";
import type { MailContent } from "@/lib/mail/mail";
import type { Quarter } from "@/lib/quarters/quarter";
import { quarterMonths } from "@/lib/wording/date";
import type { Locale } from "@/lib/wording/number";

type ToSubscriber = {
  readonly language: Locale;
  readonly region: string;
  readonly operator: string;
  /** The subscriber's own address, token in its fragment: where the mails are confirmed and stopped. */
  readonly ownLink: string;
};

export type ReportMail = ToSubscriber & {
  readonly quarter: Quarter;
  readonly corrected: boolean;
  /** What a correction changes; null where only those who sign in may know. */
  readonly note: string | null;
  /** The version's permanent address. */
  readonly link: string;
};

/** The mail that asks whether the reader of an address wants mails about reports. Opening its link changes nothing. */
export function confirmationMail(mail: ToSubscriber): MailContent {
  const { language, region, operator, ownLink } = mail;
  const t = translator(language, "subscription");
  return content(t("mail.confirm.subject", { region }), language, [
    { kind: "text", text: t("mail.confirm.ask", { region }) },
    { kind: "link", text: t("mail.confirm.open"), href: ownLink },
    { kind: "text", text: t("mail.confirm.not") },
    { kind: "text", text: t("mail.sender", { operator, region }) },
  ]);
}

/** The mail that tells of a published report, or of a new version of one. */
export function reportMail(mail: ReportMail): MailContent {
  const { language, region, operator, quarter, corrected, note, link, ownLink } = mail;
  const t = translator(language, "subscription");
  const values = { region, months: quarterMonths(quarter, language) };
  const kind = corrected ? "corrected" : "published";
  return content(t(`mail.${kind}.subject`, values), language, [
    { kind: "text", text: t(`mail.${kind}.says`, values) },
    ...(note === null
      ? []
      : [{ kind: "text", text: t("mail.corrected.note", { note }) } satisfies Block]),
    { kind: "link", text: t("mail.read"), href: link },
    { kind: "text", text: t("mail.sender", { operator, region }) },
    { kind: "link", text: t("mail.stop"), href: ownLink },
  ]);
}

function content(subject: string, language: Locale, blocks: readonly Block[]): MailContent {
  return { subject, text: mailText(blocks), html: mailHtml(blocks, subject, language) };
}
