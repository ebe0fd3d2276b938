import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HelpHere } from "@/app/_shell/help-here";
import { PublicFrame } from "@/app/_shell/public-frame";
import { ReportVisitor } from "@/app/reports/visitor";
import { Definitions } from "@/components/reports/data/definitions";
import { requireReader } from "@/lib/auth/require";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("report-data");
  return { title: t("dictionary.page"), description: t("dictionary.why") };
}

export default async function DefinitionsPage() {
  await requireReader();
  return (
    <PublicFrame visitor={<ReportVisitor />} help={<HelpHere />}>
      <Definitions />
    </PublicFrame>
  );
}
