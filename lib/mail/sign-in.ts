import { translator } from "@/lib/i18n/translator";
import { type Block, mailHtml, mailText } from "@/lib/mail/html";
import type { MailContent } from "@/lib/mail/mail";
import type { Locale } from "@/lib/wording/number";

type SignInMail = {
  readonly language: Locale;
  readonly region: string;
  readonly minutes: number;
  /** Token in its fragment; opening it changes nothing. */
  readonly link: string;
};

/** The mail with a link that signs in. It names no account: whoever forwards it gives nothing away but the link. */
export function signInMail({ language, region, minutes, link }: SignInMail): MailContent {
  const t = translator(language, "signin");
  const blocks: Block[] = [
    { kind: "text", text: t("mail.says", { region }) },
    { kind: "link", text: t("mail.open"), href: link },
    { kind: "text", text: t("mail.until", { minutes }) },
    { kind: "small", text: t("mail.notYou") },
  ];
  const subject = t("mail.subject", { region });
  return { subject, text: mailText(blocks), html: mailHtml(blocks, subject, language) };
}
