import { useTranslations } from "next-intl";
import { useWordingLocale } from "@/components/charts/wording";
import type { Row } from "@/lib/reports/row";
import { rowsById } from "@/lib/reports/rows";
import type { Say, Words } from "@/lib/reports/sentences/words";
import type { ReportSnapshot } from "@/lib/reports/snapshot";

/** What every part of a report page is made from. */
export type View = {
  readonly snapshot: ReportSnapshot;
  /** Every figure that the page may print, by id: the rows of the files. */
  readonly figures: ReadonlyMap<string, Row>;
  readonly words: Words;
  /** The area `report`. */
  readonly t: Say;
  /** The page with every row of the open data; null of a draft, which has none. */
  readonly data: string | null;
};

/** Gathers a snapshot, its figures and the reader's words. `query`: `?version=1` for an older one, null for a draft. */
export function useView(snapshot: ReportSnapshot, query: string | null = ""): View {
  const words = useReportWords();
  const data = query === null ? null : `/reports/${snapshot.quarter}/data${query}`;
  return { snapshot, figures: rowsById(snapshot), words, t: words.say, data };
}

/** The report's words in the reader's language. */
export function useReportWords(): Words {
  const say: Say = useTranslations("report");
  const common = useTranslations("common");
  return { say, numeral: (n) => common("numeral", { n }), locale: useWordingLocale() };
}
