import { useTranslations } from "next-intl";
import { FigureKey } from "@/components/reports/figure-key";
import { Section } from "@/components/ui/section";
import { Table } from "@/components/ui/table";
import { Top } from "@/components/ui/top";
import { ANSWERS_MISSING } from "@/lib/reports/answers-missing";
import { UNIT_DIGITS } from "@/lib/reports/row";
import { TALK_ITEMS, TALK_SHARE } from "@/lib/reports/talks-part";

const COLUMNS = [
  ...["id", "section", "of", "name", "series", "item", "measure"],
  ...["kind", "value", "reason", "unit", "period", "text"],
];
const ITEMS = [
  ...["staff", "rate-12", "rate-YYYY", "rate-pooled", "interval-pooled", "departures-pooled"],
  ...["expected-pooled", "people", "B1", "avoidable", "silence", "unheard", "E1", "hme"],
  ...["reasons-people", "B1-options", "B2-options", "B3-options", "months-to-result", "leavers"],
  ...["themes-people", "themes", "paraphrase"],
  ...["received", "answers", "units", "taking-part", "planned-answers", "own-result"],
  ...["own-result-1-year", "own-result-3-years", "own-result-5-years"],
  ...["plan-taking-part", "plan-taking-part-own-result", "plan-own-result"],
  ...["QUESTION", "QUESTION-options", "background-people", "noise"],
  ...["flagged", "prioritise", "watch", "new-signal", "compared", "above-by-chance"],
  ...["share-answered", "action", "explanation"],
  ...Object.values(TALK_ITEMS),
  TALK_SHARE,
];
/** What is never released, or not of so few. */
const HIDDEN = [
  ...["single", "recommend", "background", "units", "retired", "comments", "waiting", "talks"],
];
/** What a reader who adds up the figures of an item must know. */
const NOTES = ["B1", "avoidable", "E1", "B1-options", "B2-options", "B3-options", "themes"];
const REASONS = [
  ...["too-few", "item-too-few", "rare-reason", "bounds-both-sides", "items-missing", "no-cell"],
  ...ANSWERS_MISSING.filter((reason) => reason !== "too-few"),
  "few-under-rule",
  "nobody-invited",
];

/** What every column, unit, item and sign of the open data means. */
export function Definitions() {
  const t = useTranslations("report-data");
  const table = (name: string, codes: readonly string[], say: (code: string) => string) => (
    <Section name={t(`dictionary.${name}`)}>
      <Table
        caption={t(`dictionary.${name}`)}
        captionHidden
        columns={[
          { key: "code", head: t("dictionary.code") },
          { key: "means", head: t("dictionary.means") },
        ]}
        rows={codes.map((code) => ({ key: code, head: code, cells: { means: say(code) } }))}
      />
    </Section>
  );
  return (
    <>
      <Top title={t("dictionary.title")} why={t("dictionary.why")}>
        <p>
          <a href="/reports/data.schema.json">{t("dictionary.schema")}</a>{" "}
          <a href="/reports/catalog.jsonld">{t("dictionary.catalogue")}</a>
        </p>
      </Top>
      <Section name={t("dictionary.kinds")}>
        <FigureKey />
      </Section>
      {table("columns", COLUMNS, (code) => t(`fields.${code}`))}
      {table("items", ITEMS, (code) => {
        if (code === "rate-YYYY") return t("items.rate-year", { year: "YYYY" });
        const note = NOTES.includes(code) ? `. ${t(`notes.${code}`)}` : "";
        return `${t(`items.${code}`)}${note}`;
      })}
      {table("units", [...Object.keys(UNIT_DIGITS), "text"], (code) => t(`units.${code}`))}
      {table("reasons", REASONS, (code) => t(`reasons.${code}`))}
      <Section name={t("dictionary.hidden")}>
        <ul className="bullets max-w-measure">
          {HIDDEN.map((one) => (
            <li key={one}>{t(`hidden.${one}`)}</li>
          ))}
        </ul>
      </Section>
      <Section name={t("dictionary.licence")}>
        <p>{t("dictionary.licenceText")}</p>
      </Section>
    </>
  );
}
