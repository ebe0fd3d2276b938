import { getTranslations } from "next-intl/server";
import { tableFile } from "@/app/hr/downloads/table-file";
import { invitedLines } from "@/lib/invited/data";
import { found, readFilter } from "@/lib/invited/line";
import { dayAt } from "@/lib/quarters/today";

/** The invitations that the page's address asks for, all of them: their mail or letter, never who has answered. */
export function GET(request: Request): Promise<Response> {
  return tableFile(request, async (actor, query) => {
    const filter = readFilter(Object.fromEntries(query));
    const lines = found(await invitedLines(actor, dayAt(new Date())), filter);
    const t = await getTranslations("hr-invitations");
    const keys = ["unit", "lastDay", "who", "sentBy", "opens", "closes", "standing"];
    return {
      title: t("file"),
      columns: keys.map((key) => ({ head: t(key) })),
      rows: lines.map((line) => [
        ...[line.unit, line.lastDay, t(`series.${line.series}`), t(`channel.${line.channel}`)],
        ...[line.windowFrom, line.windowTo, t(`state.${line.state}`)],
      ]),
    };
  });
}
