import { useReportWords } from "@/components/reports/quarterly/view";
import type { ReportSnapshot } from "@/lib/reports/snapshot";

/** Reports of a year, oldest first. */
export type Shown = { readonly shown: readonly ReportSnapshot[] };

/** A column for each quarter, headed by a link to its report. */
export function useQuarters(shown: readonly ReportSnapshot[]) {
  const { say } = useReportWords();
  return shown.map(({ quarter }) => {
    const [year = "", n = ""] = quarter.split("-Q");
    return {
      key: quarter,
      head: <a href={`/reports/${quarter}`}>{say("second.shortQuarter", { year, n })}</a>,
      number: true,
    };
  });
}
