import { useReportWords } from "@/components/reports/quarterly/view";
import { Section } from "@/components/ui/section";
import { Table } from "@/components/ui/table";
import { Top } from "@/components/ui/top";
import type { Quarter } from "@/lib/quarters/quarter";
import { flaggedSentence } from "@/lib/reports/sentences/where";
import type { PublishedReport } from "@/lib/reports/snapshot";
import { dayInWords, quarterMonths } from "@/lib/wording/date";

/** Every quarter's report, newest first, each with its first sentence. */
export function ReportList({ reports }: { readonly reports: readonly PublishedReport[] }) {
  const words = useReportWords();
  const { say: t, locale } = words;
  const months = ({ snapshot }: PublishedReport) =>
    quarterMonths(snapshot.quarter as Quarter, locale);
  const [newest] = reports;
  const title = newest ? t("list.title", { months: months(newest) }) : t("list.none");
  return (
    <>
      <Top title={title} why={t("list.why")} />
      {newest ? (
        <Section name={t("list.table")}>
          <Table
            caption={t("list.table")}
            captionHidden
            columns={(["report", "says", "published"] as const).map((key) => ({
              key,
              head: t(`list.${key}`),
            }))}
            rows={reports.map((report) => ({
              key: report.snapshot.quarter,
              head: <a href={`/reports/${report.snapshot.quarter}`}>{months(report)}</a>,
              cells: {
                says: flaggedSentence(report.snapshot, words),
                published: dayInWords(report.publishedOn, locale),
              },
            }))}
          />
          <ul className="bullets">
            <li>
              <a href="/reports/compare">{t("list.compare")}</a>
            </li>
            <li>
              <a href="/reports/definitions">{t("list.dictionary")}</a>
            </li>
          </ul>
        </Section>
      ) : null}
    </>
  );
}
