import { reportAt } from "@/app/reports/report-at";
import { openDataCsv } from "@/lib/reports/open-data";

type Context = { readonly params: Promise<{ quarter: string }> };

/** Every figure of the report as CSV. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { quarter } = await params;
  const report = await reportAt(quarter, new URL(request.url).searchParams.get("version"));
  if (report === null) return new Response(null, { status: 404 });
  return new Response(openDataCsv(report), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="sorti-${quarter}-v${report.version}.csv"`,
    },
  });
}
