import { openFile } from "@/app/reports/report-file";
import { requireReader } from "@/lib/auth/require";
import { collectorOrigin, env } from "@/lib/env";
import { translator } from "@/lib/i18n/translator";
import { newestVersions } from "@/lib/reports/data";
import { reportFeed } from "@/lib/reports/feed";
import type { Locale } from "@/lib/wording/number";

/** Five years of reports, or fewer with corrections: whoever reads a feed wants what is new. */
const MOST_ENTRIES = 20;

/** The newest versions as Atom, for who may read the reports. */
export async function feedIn(locale: Locale, path: string): Promise<Response> {
  const reports = await newestVersions(await requireReader(), MOST_ENTRIES);
  const { SORTI_REGION: region, SORTI_OPERATOR: operator } = env();
  const say = translator(locale, "report");
  const common = translator(locale, "common");
  const words = { say, numeral: (n: number) => common("numeral", { n }), locale };
  const place = { origin: collectorOrigin(), path, region, operator };
  return openFile({ body: reportFeed(reports, place, words), type: "application/atom+xml" });
}
