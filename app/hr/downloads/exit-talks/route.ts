import { getTranslations } from "next-intl/server";
import { tableFile } from "@/app/hr/downloads/table-file";
import { talkLines } from "@/lib/exit-talks/data";
import { dayAt } from "@/lib/quarters/today";

/** The offered talks, without how to reach anybody: that is removed once a talk was held, and a file would keep it. */
export function GET(request: Request): Promise<Response> {
  return tableFile(request, async (actor) => {
    const lines = await talkLines(actor, dayAt(new Date()));
    const t = await getTranslations("exit-talks.hr");
    return {
      title: t("file"),
      columns: ["unit", "lastDay", "with", "standing"].map((key) => ({ head: t(key) })),
      rows: lines.map(({ unit, lastDay, holder, state }) => [
        ...[unit, lastDay],
        holder ? t(`holder.${holder}`) : "",
        t(`state.${state}`),
      ]),
    };
  });
}
