import { type ReportContext, reportFile } from "@/app/reports/report-file";
import { openData } from "@/lib/reports/open-data";

/** Every figure of the report as JSON. */
export function GET(request: Request, context: ReportContext): Promise<Response> {
  return reportFile(request, context, (report) => ({
    body: JSON.stringify(openData(report)),
    type: "application/json",
  }));
}
