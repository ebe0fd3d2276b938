import { getTranslations } from "next-intl/server";
import { tableFile } from "@/app/hr/downloads/table-file";
import { signers } from "@/lib/actions/data";
import { commentVersions } from "@/lib/comments/data";
import { isQuarter } from "@/lib/quarters/quarter";

/** Every signed version of HR's comment to the report of a quarter (`kvartal`), the newest first. */
export function GET(request: Request): Promise<Response> {
  return tableFile(request, async (actor, query) => {
    const quarter = query.get("kvartal") ?? "";
    const versions = isQuarter(quarter) ? await commentVersions(actor, quarter) : [];
    if (versions.length === 0) return null;
    const t = await getTranslations("publication.comment.history");
    const names = await signers(
      actor,
      versions.map(({ signedBy }) => signedBy),
    );
    return {
      title: t("file", { quarter }),
      columns: ["version", "signed", "signer", "who", "text"].map((key) => ({ head: t(key) })),
      rows: versions.map(({ version, signedOn, signedBy, who, text }) => [
        ...[version, signedOn, names.get(signedBy) ?? "", who],
        text === "" ? t("empty") : text,
      ]),
    };
  });
}
