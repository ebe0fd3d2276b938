import type { ReportSnapshot } from "@/lib/reports/snapshot";

/** More units than this are not told of one by one: nobody reads hundreds of panels, and no page or paper holds them. */
const MOST_NAMED = 120;
/** More results than this are read in a file, not on a page. */
const MOST_RESULTS = 400;

/** Whether each named unit has its panel and its row; else they stand by name, and their figures in the files. */
export function tellsEachUnit({ turnover }: Pick<ReportSnapshot, "turnover">): boolean {
  return turnover.units.length <= MOST_NAMED;
}

/** Whether units' own results stand on the page; else in the files. */
export function tellsEachResult({ survey }: Pick<ReportSnapshot, "survey">): boolean {
  return survey.results.length <= MOST_RESULTS;
}
