import { getTranslations } from "next-intl/server";
import { tableFile } from "@/app/hr/downloads/table-file";
import { talkLines } from "@/lib/exit-talks/data";
import { dayAt } from "@/lib/quarters/today";

/** Those who wait for a talk (`del=waiting`), or the others, without how to reach anybody: that is removed once a talk was held, and a file would keep it. */
export function GET(request: Request): Promise<Response> {
  return tableFile(request, async (actor, query) => {
    const waiting = query.get("del") === "waiting";
    const all = await talkLines(actor, dayAt(new Date()));
    const lines = all.filter(({ state }) => (state === "wished") === waiting);
    const t = await getTranslations("exit-talks.hr");
    const kinds = await getTranslations("hrUnit.kinds.words");
    return {
      title: waiting ? t("fileWaiting") : t("file"),
      columns: ["unit", "lastDay", "kind", "staffGroup", "number", "with", "standing"].map(
        (key) => ({ head: t(key) }),
      ),
      rows: lines.map(({ unit, lastDay, kind, staffGroup, alike, holder, state }) => [
        ...[unit, lastDay, kinds.has(kind) ? kinds(kind) : kind, staffGroup, alike.number],
        holder ? t(`holder.${holder}`) : "",
        t(`state.${state}`),
      ]),
    };
  });
}
