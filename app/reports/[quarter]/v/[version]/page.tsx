import type { Metadata } from "next";
import { ReportPage, reportMetadata } from "@/app/reports/report-page";

type Props = { readonly params: Promise<{ quarter: string; version: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return reportMetadata(await params);
}

/** A report as it was published once, whatever has been corrected since. */
export default async function ReportVersion({ params }: Props) {
  return <ReportPage {...(await params)} />;
}
