import type { What } from "@/lib/changes/change";
import { translator } from "@/lib/i18n/translator";
import { type Block, mailHtml, mailText } from "@/lib/mail/html";
import type { MailContent } from "@/lib/mail/mail";
import type { Day } from "@/lib/quarters/quarter";
import { dayInWords } from "@/lib/wording/date";

type ChangeMail = {
  readonly what: What;
  readonly reason: string;
  /** The last day on which it can be confirmed. */
  readonly last: Day;
  /** Where it is read and decided on. */
  readonly page: string;
};

/** The mail to an auditor's account about a proposal that waits; in Swedish, as accounts have no language. */
export function changeMail({ what, reason, last, page }: ChangeMail): MailContent {
  const t = translator("sv", "changes");
  const text = (key: string, values?: Record<string, string>): Block => ({
    kind: "text",
    text: t(`mail.${key}`, values),
  });
  const blocks: Block[] = [
    text(what === "limits" ? "limits" : "close"),
    text("reason", { reason }),
    text("until", { last: dayInWords(last, "sv") }),
    { kind: "link", text: t("mail.open"), href: page },
    { kind: "small", text: t("mail.why") },
  ];
  const subject = t("mail.subject");
  return { subject, text: mailText(blocks), html: mailHtml(blocks, subject, "sv") };
}
