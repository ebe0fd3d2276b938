import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { HelpHere } from "@/app/_shell/help-here";
import { PublicFrame } from "@/app/_shell/public-frame";
import { reportAt } from "@/app/reports/report-at";
import { ReportVisitor } from "@/app/reports/visitor";
import { ReportRows } from "@/components/reports/data/report-rows";
import { localeOf } from "@/lib/i18n/locale";
import type { Quarter } from "@/lib/quarters/quarter";
import { quarterMonths } from "@/lib/wording/date";

type Props = {
  readonly params: Promise<{ quarter: string }>;
  readonly searchParams: Promise<{ version?: string | string[] }>;
};

async function asked({ params, searchParams }: Props) {
  // Asked for twice, the first is meant, here as before the framework.
  const [version = null] = [(await searchParams).version].flat();
  return reportAt((await params).quarter, version);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await asked(props);
  if (found === null) return {};
  const t = await getTranslations("report-data");
  const quarter = found.report.snapshot.quarter as Quarter;
  const months = quarterMonths(quarter, localeOf(await getLocale()));
  return { title: t("page", { months }), description: t("why") };
}

/** Every figure of a report as a row with an address of its own. */
export default async function ReportDataPage(props: Props) {
  const found = await asked(props);
  if (found === null) notFound();
  return (
    <PublicFrame visitor={<ReportVisitor />} help={<HelpHere />}>
      <ReportRows report={found.report} />
    </PublicFrame>
  );
}
