import { getTranslations } from "next-intl/server";
import { csvReply } from "@/app/auditor/csv-reply";
import { wordedAccesses } from "@/app/auditor/worded-accesses";
import { accessesLike } from "@/lib/access/data";
import { accessFilter } from "@/lib/access/filter";
import { recordAccess } from "@/lib/access/mutations";
import { requireAuditor } from "@/lib/auth/require";

/** A spreadsheet takes no more rows than this. */
const MOST = 1_000_000;

/** The lines that the page's own filter asks for, as a file; noted like the page. Moments in UTC, to the second. */
export async function GET(request: Request): Promise<Response> {
  const actor = await requireAuditor();
  const { pathname, searchParams } = new URL(request.url);
  await recordAccess(actor, pathname);
  const t = await getTranslations("auditor");
  const entries = await accessesLike(actor, accessFilter(searchParams), MOST);
  const utc = (at: Date) => `${at.toISOString().slice(0, 19).replace("T", " ")}Z`;
  const worded = await wordedAccesses(entries, utc);
  const columns = ["when", "who", "name", "page"] as const;
  const sheet = {
    title: t("fileTitle"),
    columns: columns.map((key) => ({ head: t(key) })),
    rows: worded.map((one) => columns.map((key) => one[key])),
  };
  return csvReply(sheet);
}
