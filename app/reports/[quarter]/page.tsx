import type { Metadata } from "next";
import { ReportPage, reportMetadata } from "@/app/reports/report-page";

type Props = { readonly params: Promise<{ quarter: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return reportMetadata({ quarter: (await params).quarter, version: null });
}

export default async function LatestReport({ params }: Props) {
  return <ReportPage quarter={(await params).quarter} version={null} />;
}
