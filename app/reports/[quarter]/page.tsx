import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PublicFrame } from "@/app/_shell/public-frame";
import { reportAt } from "@/app/reports/report-at";
import { QuarterlyReport } from "@/components/reports/quarterly/report";
import { ReportEnd } from "@/components/reports/quarterly/report-end";
import { VersionNote } from "@/components/reports/quarterly/version-note";
import { localeOf } from "@/lib/i18n/locale";
import type { Quarter } from "@/lib/quarters/quarter";
import { reportVersions } from "@/lib/reports/data";
import { quarterMonths } from "@/lib/wording/date";

type Props = {
  readonly params: Promise<{ quarter: string }>;
  readonly searchParams: Promise<{ version?: string | string[] }>;
};

async function reportOf({ params, searchParams }: Props) {
  const { version } = await searchParams;
  return reportAt((await params).quarter, typeof version === "string" ? version : null);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const report = await reportOf(props);
  if (report === null) return {};
  const t = await getTranslations("report");
  const locale = localeOf(await getLocale());
  return {
    title: t("head.page", { months: quarterMonths(report.snapshot.quarter as Quarter, locale) }),
  };
}

export default async function ReportPage(props: Props) {
  const report = await reportOf(props);
  if (report === null) notFound();
  const quarter = report.snapshot.quarter as Quarter;
  const versions = await reportVersions(quarter);
  const newest = versions[0]?.version ?? report.version;
  const address = `/reports/${quarter}`;
  const query = report.version === newest ? "" : `?version=${report.version}`;
  return (
    <PublicFrame>
      <VersionNote report={report} newest={newest} address={address} />
      <QuarterlyReport report={report} address={address} query={query} />
      <ReportEnd report={report} versions={versions} address={address} />
    </PublicFrame>
  );
}
