import { getTranslations } from "next-intl/server";
import { accessesLike } from "@/lib/access/data";
import { accessFilter } from "@/lib/access/filter";
import { recordAccess } from "@/lib/access/mutations";
import { requireAuditor } from "@/lib/auth/require";
import { csvFile } from "@/lib/downloads/csv";
import { contentDisposition, fileName } from "@/lib/downloads/file-name";
import { dayAt } from "@/lib/quarters/today";

/** A spreadsheet takes no more rows than this. */
const MOST = 1_000_000;

/** The lines that the page's own filter asks for, as a file; noted like the page. Moments in UTC, to the second. */
export async function GET(request: Request): Promise<Response> {
  const actor = await requireAuditor();
  const { pathname, searchParams } = new URL(request.url);
  await recordAccess(actor, pathname);
  const t = await getTranslations("auditor");
  const entries = await accessesLike(actor, accessFilter(searchParams), MOST);
  const sheet = {
    title: t("fileTitle"),
    columns: (["when", "who", "page"] as const).map((key) => ({ head: t(key) })),
    rows: entries.map(({ at, who, page }) => [
      `${at.toISOString().slice(0, 19).replace("T", " ")}Z`,
      who,
      page,
    ]),
  };
  return new Response(csvFile(sheet), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": contentDisposition(fileName(sheet.title, dayAt(new Date()), "csv")),
      "Cache-Control": "no-store",
    },
  });
}
