import { getTranslations } from "next-intl/server";
import { tableFile } from "@/app/hr/downloads/table-file";
import { actionSheet } from "@/components/hr/entry/sheets";
import { inPlanOrder } from "@/lib/actions/action";
import { plannedActions } from "@/lib/actions/data";
import { unitNames } from "@/lib/turnover/data";

/** The action plan of a unit (`enhet`), or of every unit. */
export function GET(request: Request): Promise<Response> {
  return tableFile(request, async (actor, query) => {
    const unit = query.get("enhet") ?? undefined;
    const names = await unitNames(actor);
    if (unit !== undefined && !names.has(unit)) return null;
    const t = await getTranslations("entries");
    const title = t("file.actions", { unit: names.get(unit ?? "") ?? "all" });
    return actionSheet(inPlanOrder(await plannedActions(actor, unit)), names, title, t);
  });
}
