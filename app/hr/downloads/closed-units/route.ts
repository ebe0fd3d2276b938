import { getTranslations } from "next-intl/server";
import { tableFile } from "@/app/hr/downloads/table-file";
import { askedList } from "@/app/hr/units/asked";
import { closedSheet } from "@/components/hr/list/sheet";

/** The units that are no more. */
export function GET(request: Request): Promise<Response> {
  return tableFile(request, async (actor, query) => {
    const view = await askedList(actor, { slag: query.get("slag"), sok: query.get("sok") });
    return view === null ? null : closedSheet(view, await getTranslations("hrOverview"));
  });
}
