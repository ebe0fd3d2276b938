import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { Section } from "@/components/ui/section";
import { Table } from "@/components/ui/table";
import { Top } from "@/components/ui/top";
import { latestAccesses } from "@/lib/access/data";
import { recordAccess } from "@/lib/access/mutations";
import { requireAuditor } from "@/lib/auth/require";

const NEWEST = 200;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auditor");
  return { title: t("title") };
}

export default async function AuditorPage() {
  const actor = await requireAuditor();
  await recordAccess(actor, "/auditor");
  const t = await getTranslations("auditor");
  const format = await getFormatter();
  const entries = await latestAccesses(actor, NEWEST);
  return (
    <>
      <Top title={t("title")} why={t("why")} />
      <Section name={t("log")} context={t("newest", { n: NEWEST })}>
        <Table
          caption={t("log")}
          captionHidden
          columns={[
            { key: "when", head: t("when") },
            { key: "who", head: t("who") },
            { key: "page", head: t("page") },
          ]}
          rows={entries.map(({ id, at, who, page }) => ({
            key: id,
            head: format.dateTime(at, { dateStyle: "long", timeStyle: "short" }),
            cells: { who, page },
          }))}
        />
      </Section>
    </>
  );
}
