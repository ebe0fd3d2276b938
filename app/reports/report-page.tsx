import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { HelpHere } from "@/app/_shell/help-here";
import { PublicFrame } from "@/app/_shell/public-frame";
import { reportAt } from "@/app/reports/report-at";
import { ReportVisitor } from "@/app/reports/visitor";
import { securityContact } from "@/app/security/contact";
import { QuarterlyReport } from "@/components/reports/quarterly/report";
import { ReportEnd } from "@/components/reports/quarterly/report-end";
import { VersionNote } from "@/components/reports/quarterly/version-note";
import { env } from "@/lib/env";
import { localeOf } from "@/lib/i18n/locale";
import type { Quarter } from "@/lib/quarters/quarter";
import { reportVersions } from "@/lib/reports/data";
import { quarterMonths } from "@/lib/wording/date";

export type Asked = { readonly quarter: string; readonly version: string | null };

/** What a tab and a search result call the report. */
export async function reportMetadata({ quarter, version }: Asked): Promise<Metadata> {
  const found = await reportAt(quarter, version);
  if (found === null) return {};
  const t = await getTranslations("report");
  const { snapshot } = found.report;
  const months = quarterMonths(snapshot.quarter as Quarter, localeOf(await getLocale()));
  return {
    title: t("head.page", { months }),
    description: t("head.description", { months, region: snapshot.region }),
  };
}

/** A version of a quarter's report, or its latest. */
export async function ReportPage({ quarter, version }: Asked) {
  const found = await reportAt(quarter, version);
  if (found === null) notFound();
  const { reader, report } = found;
  const versions = await reportVersions(reader, report.snapshot.quarter as Quarter);
  const newest = versions[0]?.version ?? report.version;
  const address = `/reports/${quarter}`;
  const query = report.version === newest ? "" : `?version=${report.version}`;
  return (
    <PublicFrame visitor={<ReportVisitor />} help={<HelpHere />}>
      <VersionNote report={report} newest={newest} address={address} />
      <QuarterlyReport report={report} address={address} query={query} />
      <ReportEnd
        report={report}
        versions={versions}
        address={address}
        origin={env().SORTI_ORIGIN}
        contact={securityContact()}
      />
    </PublicFrame>
  );
}
