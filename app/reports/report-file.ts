import { reportAt } from "@/app/reports/report-at";
import { env } from "@/lib/env";
import type { PublishedReport } from "@/lib/reports/snapshot";

export type ReportContext = { readonly params: Promise<{ quarter: string }> };

type Written = { readonly body: BodyInit; readonly type: string; readonly name?: string };

/** A newer version may come: nobody keeps a file for long, and where reports are not public nobody else keeps it. */
const keep = () => (env().SORTI_REPORTS === "public" ? "public, max-age=300" : "private, no-store");

/** A file about the reports, as whoever may read them gets it. */
export function openFile({ body, type, name }: Written): Response {
  return new Response(body, {
    headers: {
      "Content-Type": type,
      "Cache-Control": keep(),
      ...(name === undefined ? {} : { "Content-Disposition": `attachment; filename="${name}"` }),
    },
  });
}

/** The report that the address asks for (`version`, else the latest) as a file. */
export async function reportFile(
  request: Request,
  { params }: ReportContext,
  write: (report: PublishedReport, query: URLSearchParams) => Written | Promise<Written>,
): Promise<Response> {
  const { quarter } = await params;
  const query = new URL(request.url).searchParams;
  const found = await reportAt(quarter, query.get("version"));
  return found === null
    ? new Response(null, { status: 404 })
    : openFile(await write(found.report, query));
}
