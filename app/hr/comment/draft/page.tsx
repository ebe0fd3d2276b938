import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DraftReport } from "@/app/_shell/draft-report";
import { commentableNow } from "@/app/hr/comment/asked";
import { recordAccess } from "@/lib/access/mutations";
import { requireHr } from "@/lib/auth/require";
import { draftOf } from "@/lib/publishing/data";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("publication.preview");
  return { title: t("page"), robots: { index: false } };
}

/** The draft of the report that HR may comment; no other, and not before its week. */
export default async function CommentDraftPage() {
  const actor = await requireHr();
  const report = await commentableNow(actor, new Date());
  const draft = report?.open ? await draftOf(actor, report.quarter) : null;
  if (draft === null) notFound();
  await recordAccess(actor, "/hr/comment/draft");
  const t = await getTranslations("publication.preview");
  return <DraftReport draft={draft} back={{ href: "/hr/comment", text: t("backToComment") }} />;
}
