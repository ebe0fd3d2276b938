import { reportAt } from "@/app/reports/report-at";
import { openData } from "@/lib/reports/open-data";

type Context = { readonly params: Promise<{ quarter: string }> };

/** Every figure of the report as JSON. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { quarter } = await params;
  const report = await reportAt(quarter, new URL(request.url).searchParams.get("version"));
  if (report === null) return new Response(null, { status: 404 });
  return Response.json(openData(report));
}
