import { type ReportContext, reportFile } from "@/app/reports/report-file";
import { openDataCsv } from "@/lib/reports/open-data";

/** Every figure of the report as CSV. */
export function GET(request: Request, context: ReportContext): Promise<Response> {
  return reportFile(request, context, (report) => ({
    body: openDataCsv(report),
    type: "text/csv; charset=utf-8",
    name: `sorti-${report.snapshot.quarter}-v${report.version}.csv`,
  }));
}
