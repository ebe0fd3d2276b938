import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { confirm, refuse } from "@/app/auditor/imports/[id]/actions";
import { ImportPage } from "@/components/auditor/import-page";
import { recordAccess } from "@/lib/access/mutations";
import { requireAuditor } from "@/lib/auth/require";
import { importToConfirm } from "@/lib/confirmation/data";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auditor-imports");
  return { title: t("title") };
}

type Props = {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<{ readonly outcome?: string | string[] }>;
};

/** One import of departures, in numbers, and the auditor's word about it. */
export default async function AuditorImportPage({ params, searchParams }: Props) {
  const actor = await requireAuditor();
  await recordAccess(actor, "/auditor/imports/[id]");
  const facts = await importToConfirm(actor, (await params).id);
  if (!facts) notFound();
  const { outcome } = await searchParams;
  return (
    <ImportPage
      facts={facts}
      outcome={typeof outcome === "string" ? outcome : null}
      deeds={{ confirm, refuse }}
    />
  );
}
