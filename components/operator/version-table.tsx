import { useTranslations } from "next-intl";
import { useWordingLocale } from "@/components/charts/wording";
import { Table } from "@/components/ui/table";
import type { Day, Quarter } from "@/lib/quarters/quarter";
import { dayInWords, quarterRuns } from "@/lib/wording/date";
import { listInWords } from "@/lib/wording/names";

type VersionLine = {
  readonly hash: string;
  readonly title: string;
  readonly version: number;
  /** Null: it comes with the program. */
  readonly imported: Day | null;
  readonly quarters: readonly Quarter[];
  readonly next: boolean;
};

/** Every version of the questionnaire: since when, who asks it, which comes next. */
export function VersionTable({ lines }: { readonly lines: readonly VersionLine[] }) {
  const t = useTranslations("questionnaires");
  const locale = useWordingLocale();
  const quarters = (line: VersionLine) =>
    line.quarters.length > 0
      ? listInWords(quarterRuns(line.quarters, locale), locale)
      : t("noQuarter");
  return (
    <Table
      caption={t("versions")}
      captionHidden
      narrow="list"
      columns={[
        { key: "version", head: t("column.version") },
        { key: "imported", head: t("column.imported") },
        { key: "quarters", head: t("column.quarters") },
        { key: "next", head: t("column.next") },
      ]}
      rows={lines.map((line) => ({
        key: line.hash,
        head: (
          <a href={`/operator/questionnaires/${line.hash}`}>
            {t("named", { title: line.title, version: line.version })}
          </a>
        ),
        cells: {
          imported: line.imported ? dayInWords(line.imported, locale) : t("builtIn"),
          quarters: quarters(line),
          next: line.next ? <b>{t("isNext")}</b> : t("isNotNext"),
        },
      }))}
    />
  );
}
