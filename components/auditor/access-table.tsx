import { useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";

type AccessTableProps = {
  readonly entries: readonly Readonly<Record<"id" | "when" | "who" | "name" | "page", string>>[];
};

/** Who opened which page when, as the access log has it. */
export function AccessTable({ entries }: AccessTableProps) {
  const t = useTranslations("auditor");
  return (
    <Table
      caption={t("log")}
      captionHidden
      columns={(["when", "who", "name", "page"] as const).map((key) => ({ key, head: t(key) }))}
      rows={entries.map(({ id, when, who, name, page }) => ({
        key: id,
        head: when,
        cells: { who, name, page },
      }))}
    />
  );
}
