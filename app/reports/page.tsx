import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HelpHere } from "@/app/_shell/help-here";
import { PublicFrame } from "@/app/_shell/public-frame";
import { ReportVisitor } from "@/app/reports/visitor";
import { ReportList } from "@/components/reports/quarterly/report-list";
import { requireReader } from "@/lib/auth/require";
import { latestReports, versionHeads } from "@/lib/reports/data";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("report");
  return { title: t("list.page") };
}

export default async function ReportsPage() {
  const reader = await requireReader();
  const [reports, versions] = [await latestReports(reader), await versionHeads(reader)];
  return (
    <PublicFrame visitor={<ReportVisitor />} help={<HelpHere />}>
      <ReportList reports={reports} versions={versions} />
    </PublicFrame>
  );
}
