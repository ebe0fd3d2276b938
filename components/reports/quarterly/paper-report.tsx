import { QuarterlyReport } from "@/components/reports/quarterly/report";
import { ReportEnd } from "@/components/reports/quarterly/report-end";
import { VersionNote } from "@/components/reports/quarterly/version-note";
import type { PublishedReport } from "@/lib/reports/snapshot";

type PaperReportProps = {
  readonly report: PublishedReport;
  readonly origin: string;
  readonly contact?: string | undefined;
};

/** A report that knows nothing of the versions after it: what is printed stays as it is. */
export function PaperReport({ report, origin, contact }: PaperReportProps) {
  const address = `/reports/${report.snapshot.quarter}`;
  return (
    <>
      <VersionNote report={report} newest={report.version} address={address} />
      <QuarterlyReport report={report} address={address} query="" />
      <ReportEnd
        report={report}
        versions={[]}
        address={address}
        origin={origin}
        contact={contact}
      />
    </>
  );
}
