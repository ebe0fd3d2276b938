import { openFile } from "@/app/reports/report-file";
import { securityContact } from "@/app/security/contact";
import { requireReader } from "@/lib/auth/require";
import { collectorOrigin, env } from "@/lib/env";
import { translator } from "@/lib/i18n/translator";
import { catalogue } from "@/lib/reports/catalogue";
import { latestReports } from "@/lib/reports/data";

/** What there is as open data, for data portals: DCAT-AP as JSON-LD. */
export async function GET(): Promise<Response> {
  const reports = await latestReports(await requireReader());
  const { SORTI_REGION: region, SORTI_OPERATOR: operator, SORTI_REPORTS } = env();
  const described = catalogue(reports, {
    ...{ origin: collectorOrigin(), region, operator, contact: securityContact() },
    isPublic: SORTI_REPORTS === "public",
    say: { sv: translator("sv", "report-data"), en: translator("en", "report-data") },
  });
  return openFile({ body: JSON.stringify(described), type: "application/ld+json" });
}
