import { useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";
import { pageName } from "@/lib/i18n/page-name";
import { byWhom } from "@/lib/wording/by-whom";

type AccessTableProps = {
  readonly entries: readonly Readonly<Record<"id" | "when" | "who" | "page", string>>[];
};

/** Who opened which page when, as the access log has it. */
export function AccessTable({ entries }: AccessTableProps) {
  const t = useTranslations("auditor");
  const by = useTranslations("byWhom");
  const help = useTranslations("help");
  return (
    <Table
      caption={t("log")}
      captionHidden
      columns={(["when", "who", "name", "page"] as const).map((key) => ({ key, head: t(key) }))}
      rows={entries.map(({ id, when, who, page }) => ({
        key: id,
        head: when,
        cells: { who: byWhom(who, by), name: pageName(page, help), page },
      }))}
    />
  );
}
