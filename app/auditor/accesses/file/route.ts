import { getTranslations } from "next-intl/server";
import { csvReply } from "@/app/auditor/csv-reply";
import { accessesLike } from "@/lib/access/data";
import { accessFilter } from "@/lib/access/filter";
import { recordAccess } from "@/lib/access/mutations";
import { requireAuditor } from "@/lib/auth/require";
import { pageName } from "@/lib/i18n/page-name";
import { byWhom } from "@/lib/wording/by-whom";

/** A spreadsheet takes no more rows than this. */
const MOST = 1_000_000;

/** The lines that the page's own filter asks for, as a file; noted like the page. Moments in UTC, to the second. */
export async function GET(request: Request): Promise<Response> {
  const actor = await requireAuditor();
  const { pathname, searchParams } = new URL(request.url);
  await recordAccess(actor, pathname);
  const t = await getTranslations("auditor");
  const by = await getTranslations("byWhom");
  const help = await getTranslations("help");
  const entries = await accessesLike(actor, accessFilter(searchParams), MOST);
  const sheet = {
    title: t("fileTitle"),
    columns: (["when", "who", "name", "page"] as const).map((key) => ({ head: t(key) })),
    rows: entries.map(({ at, who, page }) => [
      `${at.toISOString().slice(0, 19).replace("T", " ")}Z`,
      byWhom(who, by),
      pageName(page, help),
      page,
    ]),
  };
  return csvReply(sheet);
}
