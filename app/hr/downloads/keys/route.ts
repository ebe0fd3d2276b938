import { getTranslations } from "next-intl/server";
import { tableFile } from "@/app/hr/downloads/table-file";
import { apiKeys } from "@/lib/api-keys/data";
import { dayAt } from "@/lib/quarters/today";
import { byWhom } from "@/lib/wording/by-whom";

/** The keys that the HR system imports with: who made each and when; never the keys themselves. */
export function GET(request: Request): Promise<Response> {
  return tableFile(request, async (actor) => {
    const t = await getTranslations("import-keys.list");
    const who = await getTranslations("byWhom");
    const keys = await apiKeys(actor);
    return {
      title: t("file"),
      columns: ["key", "made", "maker", "used", "ended"].map((key) => ({ head: t(key) })),
      rows: keys.map(({ name, madeAt, madeBy, lastUsedOn, revokedAt }) => [
        ...[name, dayAt(madeAt), byWhom(madeBy, who), lastUsedOn ?? t("never")],
        revokedAt ? dayAt(revokedAt) : t("inForce"),
      ]),
    };
  });
}
