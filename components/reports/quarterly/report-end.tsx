import { useReportWords } from "@/components/reports/quarterly/view";
import { ReportSection } from "@/components/reports/report-section";
import type { PublishedReport } from "@/lib/reports/snapshot";
import { dayInWords } from "@/lib/wording/date";

type Version = {
  readonly version: number;
  readonly publishedOn: string;
  readonly note: string | null;
};

type ReportEndProps = {
  readonly report: PublishedReport;
  readonly versions: readonly Version[];
  readonly address: string;
};

/** Which version this is, who made it, and where the others are. */
export function ReportEnd({ report, versions, address }: ReportEndProps) {
  const { say: t, locale } = useReportWords();
  const { operator, region } = report.snapshot;
  const day = (of: string) => dayInWords(of, locale);
  const others = versions.filter(({ version }) => version !== report.version);
  return (
    <ReportSection
      id="version"
      label={t("foot.label")}
      title={t("foot.frozen", { version: report.version, day: day(report.publishedOn) })}
      intro={t("foot.made", { operator, region })}
    >
      {others.length > 0 ? (
        <ul className="bullets">
          {others.map(({ version, publishedOn, note }) => (
            <li key={version}>
              <a href={`${address}?version=${version}`}>
                {t("head.version", { version, day: day(publishedOn) })}
              </a>{" "}
              {note}
            </li>
          ))}
        </ul>
      ) : null}
      <p className="small quiet">{t("foot.contact", { operator })}</p>
    </ReportSection>
  );
}
