import { useTranslations } from "next-intl";
import { useWordingLocale } from "@/components/charts/wording";
import { FiledTable } from "@/components/hr/filed-table";
import type { Quarter } from "@/lib/quarters/quarter";
import { quarterInWords } from "@/lib/wording/date";
import { listInWords } from "@/lib/wording/names";

export type AskedLine = {
  readonly quarter: Quarter;
  /** Whether it is asked now; else it is signed for a coming quarter. */
  readonly now: boolean;
  readonly title: string;
  readonly version: number;
  readonly languages: readonly string[];
  readonly questions: number;
};

/** Which version of the questionnaire each quarter asks, with the way to look at it. */
export function AskedTable({ lines }: { readonly lines: readonly AskedLine[] }) {
  const t = useTranslations("hr-questionnaire");
  const named = useTranslations("questionnaires.languages");
  const locale = useWordingLocale();
  const languages = (codes: readonly string[]) =>
    listInWords(
      codes.map((code) => (named.has(code) ? named(code) : code)),
      locale,
    );
  return (
    <FiledTable
      file="/hr/downloads/questionnaire"
      caption={t("rounds")}
      captionHidden
      narrow="list"
      columns={[
        { key: "quarter", head: t("column.quarter") },
        { key: "version", head: t("column.version") },
        { key: "languages", head: t("column.languages") },
        { key: "look", head: t("column.look") },
      ]}
      rows={lines.map(({ quarter, now, title, version, questions, ...line }) => ({
        key: quarter,
        head: t(now ? "asked" : "planned", { quarter: quarterInWords(quarter, locale) }),
        cells: {
          version: t("named", { title, version, questions }),
          languages: languages(line.languages),
          look: (
            <a href={`/preview/quarter/${quarter}`}>
              {t("look")}
              <span className="vh">
                {" "}
                {t("lookFor", { quarter: quarterInWords(quarter, locale) })}
              </span>
            </a>
          ),
        },
      }))}
    />
  );
}
