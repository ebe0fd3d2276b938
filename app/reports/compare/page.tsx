import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { HelpHere } from "@/app/_shell/help-here";
import { PublicFrame } from "@/app/_shell/public-frame";
import { ReportVisitor } from "@/app/reports/visitor";
import { OverTime } from "@/components/reports/data/over-time";
import { requireReader } from "@/lib/auth/require";
import type { Quarter } from "@/lib/quarters/quarter";
import { latestReports } from "@/lib/reports/data";
import { yearOfReports } from "@/lib/reports/over-time";

type Props = { readonly searchParams: Promise<{ to?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("report-data.overTime");
  return { title: t("page"), description: t("why") };
}

/** Reports side by side, up to the quarter that is asked for, or the latest. */
export default async function ComparePage({ searchParams }: Props) {
  const reader = await requireReader();
  const { to } = await searchParams;
  const snapshots = (await latestReports(reader)).map(({ snapshot }) => snapshot);
  const last = snapshots.find(({ quarter }) => to === undefined || quarter === to)?.quarter;
  if (last === undefined) notFound();
  const quarter = last as Quarter;
  return (
    <PublicFrame visitor={<ReportVisitor />} help={<HelpHere />}>
      <OverTime shown={yearOfReports(snapshots, quarter)} to={quarter} />
    </PublicFrame>
  );
}
