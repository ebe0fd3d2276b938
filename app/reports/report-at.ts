import { cache } from "react";
import type { ReportReader } from "@/lib/auth/actor";
import { requireReader } from "@/lib/auth/require";
import { isQuarter } from "@/lib/quarters/quarter";
import { findReport } from "@/lib/reports/data";
import type { PublishedReport } from "@/lib/reports/snapshot";

const VERSION = /^[1-9]\d{0,5}$/;

export type Found = { readonly reader: ReportReader; readonly report: PublishedReport };

/**
 * The report that an address asks for, for who may read it: a version of it, or the latest. Null when there is
 * none. Every page and file of a report begins here; a page and its head read it once.
 */
export const reportAt = cache(async function reportAt(
  quarter: string,
  version: string | null,
): Promise<Found | null> {
  const reader = await requireReader();
  if (!isQuarter(quarter) || (version !== null && !VERSION.test(version))) return null;
  const report = await findReport(reader, quarter, ...(version === null ? [] : [Number(version)]));
  return report && { reader, report };
});
