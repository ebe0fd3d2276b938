import { paperOf } from "@/app/reports/paper/paper";
import { type ReportContext, reportFile } from "@/app/reports/report-file";
import { securityContact } from "@/app/security/contact";
import { env } from "@/lib/env";
import { localeOf } from "@/lib/i18n/locale";

/** The report on paper, in Swedish or (`?language=en`) English; its address is `/reports/2026-Q3.pdf`. */
export function GET(request: Request, context: ReportContext): Promise<Response> {
  return reportFile(request, context, async (report, query) => ({
    body: await paperOf({
      report,
      locale: localeOf(query.get("language") ?? undefined),
      origin: env().SORTI_ORIGIN,
      contact: securityContact(),
    }),
    type: "application/pdf",
  }));
}
