import { Deeds } from "@/components/reports/quarterly/deeds";
import { FirstDemand } from "@/components/reports/quarterly/first-demand";
import { FiveSentences } from "@/components/reports/quarterly/five-sentences";
import { Method } from "@/components/reports/quarterly/method";
import { Questions } from "@/components/reports/quarterly/questions";
import { SecondDemand } from "@/components/reports/quarterly/second-demand";
import { ThirdDemand } from "@/components/reports/quarterly/third-demand";
import { useView } from "@/components/reports/quarterly/view";
import type { PublishedReport } from "@/lib/reports/snapshot";

type QuarterlyReportProps = {
  readonly report: PublishedReport;
  /** The report's own address, for its files. */
  readonly address: string;
  /** `?version=1` for an older one; null for a draft, which has no files. */
  readonly query: string | null;
};

/** A quarter's report from its snapshot: five sentences, one section per demand of the motion, method. */
export function QuarterlyReport({ report, address, query }: QuarterlyReportProps) {
  const view = useView(report.snapshot, query);
  return (
    <>
      <FiveSentences view={view} publishedOn={report.publishedOn} address={address} query={query} />
      <FirstDemand view={view} />
      <SecondDemand view={view} />
      <ThirdDemand view={view} />
      <Deeds view={view} />
      <Questions view={view} />
      <Method view={view} hash={report.hash} />
    </>
  );
}
