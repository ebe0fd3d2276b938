import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PublicFrame } from "@/app/_shell/public-frame";
import { Section } from "@/components/ui/section";
import { Table } from "@/components/ui/table";
import { Top } from "@/components/ui/top";
import { isDemo } from "@/lib/env";
import { caughtMails } from "@/lib/mail/inbox";

const NEWEST = 100;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("inbox");
  return { title: t("title") };
}

export default async function InboxPage() {
  if (!isDemo()) notFound();
  const t = await getTranslations("inbox");
  const mails = await caughtMails(NEWEST);
  return (
    <PublicFrame>
      <Top title={t("title")} why={t("why")} />
      <Section name={t("list")} context={mails.length > 0 ? t("newest", { n: NEWEST }) : null}>
        {mails.length === 0 ? (
          <p>{t("none")}</p>
        ) : (
          <Table
            caption={t("list")}
            captionHidden
            columns={[
              { key: "to", head: t("to") },
              { key: "subject", head: t("subject") },
            ]}
            rows={mails.map(({ id, to, subject }) => ({
              key: id,
              head: to,
              cells: { subject: <a href={`/inbox/${id}`}>{subject}</a> },
            }))}
          />
        )}
      </Section>
    </PublicFrame>
  );
}
