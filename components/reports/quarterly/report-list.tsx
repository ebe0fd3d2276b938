import { WithSwedish } from "@/components/reports/quarterly/in-swedish";
import { useReportWords } from "@/components/reports/quarterly/view";
import { Section } from "@/components/ui/section";
import { Table } from "@/components/ui/table";
import { Top } from "@/components/ui/top";
import type { Quarter } from "@/lib/quarters/quarter";
import { flaggedSentence } from "@/lib/reports/sentences/where";
import { native } from "@/lib/reports/sentences/words";
import type { PublishedReport } from "@/lib/reports/snapshot";
import { dayInWords, quarterMonths } from "@/lib/wording/date";

type VersionHead = {
  readonly quarter: string;
  readonly version: number;
  readonly publishedOn: string;
  readonly note: string | null;
};

type ReportListProps = {
  readonly reports: readonly PublishedReport[];
  /** Every version of every report, newest first. */
  readonly versions: readonly VersionHead[];
};

/** Every quarter's report, newest first, each with its first sentence and its versions. */
export function ReportList({ reports, versions }: ReportListProps) {
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
            narrow="list"
            columns={(["report", "says", "published"] as const).map((key) => ({
              key,
              head: t(`list.${key}`),
            }))}
            rows={reports.map((report) => ({
              key: report.snapshot.quarter,
              head: <a href={`/reports/${report.snapshot.quarter}`}>{months(report)}</a>,
              cells: {
                says: flaggedSentence(report.snapshot, words),
                published: (
                  <Versions
                    of={versions.filter(({ quarter }) => quarter === report.snapshot.quarter)}
                  />
                ),
              },
            }))}
          />
          <ul className="bullets">
            <li>
              <a href="/subscribe">{t("list.subscribe")}</a>
            </li>
            <li>
              <a href="/reports/compare">{t("list.compare")}</a>
            </li>
            <li>
              <a href="/reports/definitions">{t("list.dictionary")}</a>
            </li>
          </ul>
        </Section>
      ) : (
        <p>
          <a href="/subscribe">{t("list.subscribe")}</a>
        </p>
      )}
    </>
  );
}

/** When the newest version came out and what it corrected, and every earlier one at its own address. */
function Versions({ of }: { readonly of: readonly VersionHead[] }) {
  const { say: t, locale } = useReportWords();
  const [newest, ...earlier] = of;
  if (newest === undefined) return null;
  const day = dayInWords(newest.publishedOn, locale);
  return (
    <>
      {newest.note === null ? (
        day
      ) : (
        <WithSwedish>{t("list.corrected", { day, note: native(newest.note) })}</WithSwedish>
      )}
      {earlier.map(({ quarter, version, publishedOn }) => (
        <span key={version} className="block small">
          <a href={`/reports/${quarter}/v/${version}`}>
            {t("list.earlier", { version, day: dayInWords(publishedOn, locale) })}
          </a>
        </span>
      ))}
    </>
  );
}
