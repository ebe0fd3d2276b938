import { getTranslations } from "next-intl/server";
import { tableFile } from "@/app/hr/downloads/table-file";
import { latestImports } from "@/lib/imported/data";
import { dayAt } from "@/lib/quarters/today";
import { byWhom } from "@/lib/wording/by-whom";

const COUNTS = ["added", "changed", "removed"] as const;

/** The earlier imports. */
export function GET(request: Request): Promise<Response> {
  return tableFile(request, async (actor) => {
    const lines = await latestImports(actor);
    const t = await getTranslations("import-page");
    const who = await getTranslations("byWhom");
    return {
      title: t("list.file"),
      columns: ["when", "what", "by", ...COUNTS].map((key) => ({ head: t(`list.${key}`) })),
      rows: lines.map(({ importedAt, kind, importedBy, summary, undoes }) => [
        dayAt(importedAt),
        undoes
          ? t("list.undoes", { kind: t(`kind.${kind}`), when: dayAt(undoes) })
          : t(`kind.${kind}`),
        byWhom(importedBy, who),
        ...COUNTS.map((key) => summary[key]),
      ]),
    };
  });
}
