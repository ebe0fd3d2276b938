import { getLocale, getTranslations } from "next-intl/server";
import { tableFile } from "@/app/hr/downloads/table-file";
import { askedLines } from "@/app/hr/questionnaire/asked";
import { localeOf } from "@/lib/i18n/locale";

/** Which version of the questionnaire each quarter asks. */
export function GET(request: Request): Promise<Response> {
  return tableFile(request, async () => {
    const t = await getTranslations("hr-questionnaire");
    const lines = await askedLines(localeOf(await getLocale()));
    return {
      title: t("rounds"),
      columns: ["quarter", "title", "version", "questions", "languages"].map((key) => ({
        head: t(`column.${key}`),
      })),
      rows: lines.map(({ quarter, title, version, questions, languages }) => [
        ...[quarter, title, version, questions],
        languages.join(", "),
      ]),
    };
  });
}
