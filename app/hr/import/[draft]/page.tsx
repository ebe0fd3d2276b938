import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PlanPreview } from "@/app/hr/import/[draft]/plan-preview";
import { ProblemPreview } from "@/app/hr/import/[draft]/problem-preview";
import { recordAccess } from "@/lib/access/mutations";
import { requireHr } from "@/lib/auth/require";
import { draft } from "@/lib/drafts/data";
import { likelyKind } from "@/lib/imports/likely-kind";
import { unitEvents } from "@/lib/units/data";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("import-page");
  return { title: t("previewTitle") };
}

type Props = {
  readonly params: Promise<{ readonly draft: string }>;
  readonly searchParams: Promise<{ readonly failed?: string }>;
};

/** What an uploaded file would do, or what is wrong with it. Held against what is stored at each look. */
export default async function DraftPage({ params, searchParams }: Props) {
  const actor = await requireHr();
  await recordAccess(actor, "/hr/import/[draft]");
  const found = await draft(actor, (await params).draft);
  if (!found) redirect("/hr/import?gone=1");
  const { preview, bytes, ...about } = found;
  if (!preview.ok) {
    const likely = likelyKind(bytes, found.kind);
    return <ProblemPreview {...about} problems={preview.problems} likely={likely} />;
  }
  const failed = (await searchParams).failed !== undefined;
  const { planned } = preview;
  const events = planned.kind === "units" ? await unitEvents(actor, planned.plan) : [];
  return <PlanPreview {...about} planned={planned} events={events} failed={failed} />;
}
