import { getTranslations } from "next-intl/server";
import { plannedBy } from "@/app/hr/downloads/import-planned";
import { tableFile } from "@/app/hr/downloads/table-file";
import { numbersSheet } from "@/components/hr/import-sheets";
import { numbersOf } from "@/lib/imports/kind-plan";

/** How many departures come and go for each unit and kind by a draft, or by taking an import back. */
export function GET(request: Request): Promise<Response> {
  return tableFile(request, async (actor, query) => {
    const planned = await plannedBy(actor, query);
    return planned && numbersSheet(numbersOf(planned), await getTranslations("import-page"));
  });
}
