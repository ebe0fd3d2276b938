import { getTranslations } from "next-intl/server";
import { plannedBy } from "@/app/hr/downloads/import-planned";
import { tableFile } from "@/app/hr/downloads/table-file";
import { planSheet } from "@/components/hr/import-sheets";

/** Everything that a draft, or taking an import back, takes away, changes and adds: without addresses, as the page. */
export function GET(request: Request): Promise<Response> {
  return tableFile(request, async (actor, query) => {
    const planned = await plannedBy(actor, query);
    return planned && planSheet(planned, await getTranslations("import-page"));
  });
}
