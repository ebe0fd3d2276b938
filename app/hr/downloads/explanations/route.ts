import { getTranslations } from "next-intl/server";
import { tableFile } from "@/app/hr/downloads/table-file";
import { explanationSheet } from "@/components/hr/entry/sheets";
import { explanations } from "@/lib/explanations/data";
import { inLedgerOrder } from "@/lib/explanations/explanation";
import { unitNames } from "@/lib/turnover/data";

/** The natural explanations of a unit (`enhet`), or of every unit. */
export function GET(request: Request): Promise<Response> {
  return tableFile(request, async (actor, query) => {
    const unit = query.get("enhet") ?? undefined;
    const names = await unitNames(actor);
    if (unit !== undefined && !names.has(unit)) return null;
    const t = await getTranslations("entries");
    const title = t("file.explanations", { unit: names.get(unit ?? "") ?? "all" });
    return explanationSheet(inLedgerOrder(await explanations(actor, unit)), names, title, t);
  });
}
