import { useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";
import type { Standing } from "@/lib/confirmation/standing";
import { byWhom } from "@/lib/wording/by-whom";

export type ListedImport = {
  readonly id: string;
  /** Day and time, in words. */
  readonly when: string;
  readonly importedBy: string;
  readonly departures: number;
  readonly standing: Standing;
  /** Who decided, and why where the answer was no. */
  readonly decided: { readonly by: string; readonly reason: string | null } | null;
};

/** Imports of departures, each leading to its page. */
export function AuditorImportList({
  imports,
  name,
}: {
  readonly imports: readonly ListedImport[];
  readonly name: string;
}) {
  const t = useTranslations("auditor-imports");
  const who = useTranslations("byWhom");
  return (
    <Table
      caption={name}
      captionHidden
      narrow="list"
      columns={[
        { key: "when", head: t("list.when") },
        { key: "by", head: t("list.by") },
        { key: "departures", head: t("list.departures"), number: true },
        { key: "standing", head: t("list.standing") },
      ]}
      rows={imports.map(({ id, when, importedBy, departures, standing, decided }) => ({
        key: id,
        head: <a href={`/auditor/imports/${id}`}>{when}</a>,
        cells: {
          by: importedBy,
          departures,
          standing: t(`standing.${standing}`, {
            by: byWhom(decided?.by ?? "", who),
            reason: decided?.reason ?? "",
          }),
        },
      }))}
    />
  );
}
