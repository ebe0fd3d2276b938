import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PublicFrame } from "@/app/_shell/public-frame";
import { ReportList } from "@/components/reports/quarterly/report-list";
import { requireReader } from "@/lib/auth/require";
import { latestReports } from "@/lib/reports/data";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("report");
  return { title: t("list.page") };
}

export default async function ReportsPage() {
  const reports = await latestReports(await requireReader());
  return (
    <PublicFrame>
      <ReportList reports={reports} />
    </PublicFrame>
  );
}
