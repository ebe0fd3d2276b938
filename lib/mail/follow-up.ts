import type { Action } from "@/lib/actions/action";
import { translator } from "@/lib/i18n/translator";
import { type Block, mailHtml, mailText } from "@/lib/mail/html";
import type { MailContent } from "@/lib/mail/mail";
import { dayInWords } from "@/lib/wording/date";

type FollowUpMail = {
  readonly kind: "ahead" | "overdue";
  readonly action: Pick<Action, "what" | "who" | "due" | "control">;
  /** The unit's name. */
  readonly unit: string;
  /** The unit's page. */
  readonly page: string;
};

/** The mail to an HR account about an action that is to be followed up; in Swedish, as accounts have no language. */
export function followUpMail({ kind, action, unit, page }: FollowUpMail): MailContent {
  const t = translator("sv", "followUps");
  const { what, who, control } = action;
  const due = dayInWords(action.due, "sv");
  const text = (key: string, values: Record<string, string>): Block => ({
    kind: "text",
    text: t(key, values),
  });
  const blocks: Block[] = [
    text(`mail.${kind}`, { unit, due }),
    text("mail.action", { what, who }),
    text("mail.control", { control }),
    { kind: "link", text: t("mail.open"), href: page },
    { kind: "small", text: t("mail.why") },
  ];
  const subject = t(`mail.subject.${kind}`, { unit });
  return { subject, text: mailText(blocks), html: mailHtml(blocks, subject, "sv") };
}
