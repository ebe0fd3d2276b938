import { getTranslations } from "next-intl/server";
import { tableFile } from "@/app/hr/downloads/table-file";
import { askedList } from "@/app/hr/units/asked";
import { listSheet } from "@/components/hr/list/sheet";

/** The list of units. */
export function GET(request: Request): Promise<Response> {
  return tableFile(request, async (actor, query) => {
    const view = await askedList(actor, { slag: query.get("slag"), sok: query.get("sok") });
    if (view === null) return null;
    const say = await getTranslations("hrOverview");
    const verdict = await getTranslations("figures.verdict.word");
    return listSheet(view, say, verdict);
  });
}
