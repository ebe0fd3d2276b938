import { getTranslations } from "next-intl/server";
import { tableFile } from "@/app/hr/downloads/table-file";
import { draft } from "@/lib/drafts/data";
import { problemSheet } from "@/lib/imports/problem-sheet";

/** The problems of one's own draft, each beside the row that has it. */
export function GET(request: Request): Promise<Response> {
  return tableFile(request, async (actor, query) => {
    const found = await draft(actor, query.get("draft") ?? "");
    if (!found || found.preview.ok) return null;
    const t = await getTranslations("import-page");
    const of = await getTranslations("imports");
    return problemSheet(found.bytes, found.preview.problems, {
      title: t("problemFile"),
      line: t("place.line"),
      column: t("place.column"),
      wrong: t("place.wrong"),
      todo: t("place.todo"),
      wrongOf: ({ code }) => t(`problemName.${code}`),
      todoOf: ({ code, expected = "" }) => of(`problem.${code}`, { expected }),
      more: (count) => of("moreProblems", { count }),
    });
  });
}
