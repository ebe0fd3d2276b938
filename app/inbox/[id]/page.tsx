import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PublicFrame } from "@/app/_shell/public-frame";
import { Section } from "@/components/ui/section";
import { Top } from "@/components/ui/top";
import { isDemo } from "@/lib/env";
import { caughtMail } from "@/lib/mail/inbox";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("inbox");
  return { title: t("mail") };
}

export default async function MailPage(props: { readonly params: Promise<{ id: string }> }) {
  const mail = isDemo() ? await caughtMail((await props.params).id) : null;
  if (!mail) notFound();
  const t = await getTranslations("inbox");
  return (
    <PublicFrame>
      <Top
        title={mail.subject}
        why={t("mailTo", { to: mail.to })}
        back={{ href: "/inbox", text: t("back") }}
      />
      <Section name={t("mail")}>
        <p className="whitespace-pre-line">
          <WithLinks text={mail.text} />
        </p>
      </Section>
    </PublicFrame>
  );
}

/** A mail's text with its web addresses as links, as a mail program shows it. */
function WithLinks({ text }: { readonly text: string }) {
  return text.split(/(https?:\/\/\S+)/).map((part, at) =>
    at % 2 === 1 ? (
      <a key={part} href={part} rel="noreferrer">
        {part}
      </a>
    ) : (
      part
    ),
  );
}
