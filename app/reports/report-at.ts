import { isQuarter } from "@/lib/quarters/quarter";
import { findReport } from "@/lib/reports/data";
import type { PublishedReport } from "@/lib/reports/snapshot";

const VERSION = /^[1-9]\d{0,5}$/;

/** The report that an address asks for: a version of it, or the latest. Null when there is none. */
export async function reportAt(
  quarter: string,
  version: string | null,
): Promise<PublishedReport | null> {
  if (!isQuarter(quarter)) return null;
  if (version === null) return findReport(quarter);
  return VERSION.test(version) ? findReport(quarter, Number(version)) : null;
}
