import { useTranslations } from "next-intl";
import { InSwedish } from "@/components/reports/quarterly/in-swedish";
import { Value } from "@/components/reports/quarterly/value";
import { useView, type View } from "@/components/reports/quarterly/view";
import { Section } from "@/components/ui/section";
import { Table } from "@/components/ui/table";
import { Top } from "@/components/ui/top";
import type { Quarter } from "@/lib/quarters/quarter";
import { deedRows } from "@/lib/reports/deed-rows";
import type { Row } from "@/lib/reports/row";
import { type RowWords, rowWords } from "@/lib/reports/row-words";
import { capital } from "@/lib/reports/sentences/words";
import { tellsEachResult, tellsEachUnit } from "@/lib/reports/size";
import type { PublishedReport } from "@/lib/reports/snapshot";
import { type TextRow, toldPlace, toldRows } from "@/lib/reports/told-rows";
import { quarterMonths } from "@/lib/wording/date";

const SECTIONS = ["turnover", "answers", "results", "participation", "programme"] as const;

/** Where a row stands among its like: the part of its id that they have in common. */
const placeOf = ({ section, of, series }: Row) =>
  [section, of, series].filter((part) => part !== "").join("/");

/** Every figure of a report as a row that can be led to: the same rows as in the files. */
export function ReportRows({ report }: { readonly report: PublishedReport }) {
  const { snapshot } = report;
  const view = useView(snapshot);
  const t = useTranslations("report-data");
  const said = rowWords(snapshot, view.words, t);
  const months = quarterMonths(snapshot.quarter as Quarter, view.words.locale);
  const back = { href: `/reports/${snapshot.quarter}`, text: t("back", { months }) };
  return (
    <>
      <Top title={t("title")} why={t("why")} back={back}>
        <p>
          <a href="/reports/definitions">{t("toDefinitions")}</a>
        </p>
      </Top>
      {SECTIONS.map((section) => (
        <Section key={section} name={t(`sections.${section}`)}>
          {inFiles(section, snapshot) ? <p>{t("inFiles")}</p> : null}
          <RowTable view={view} section={section} said={said} />
          {section === "answers" ? <TextTable rows={toldRows(snapshot)} item="paraphrase" /> : null}
          {section === "turnover" && tellsEachUnit(snapshot)
            ? (["action", "explanation"] as const).map((item) => (
                <TextTable
                  key={item}
                  rows={deedRows(snapshot).filter((row) => row.item === item)}
                  item={item}
                />
              ))
            : null}
        </Section>
      ))}
    </>
  );
}

/** Whether there are so many units that a section's rows of single units stand in the files only. */
function inFiles(section: Row["section"], snapshot: PublishedReport["snapshot"]): boolean {
  if (section === "turnover") return !tellsEachUnit(snapshot);
  return section === "results" && !tellsEachResult(snapshot);
}

type TextTableProps = {
  readonly rows: readonly TextRow[];
  readonly item: TextRow["item"];
};

/** The part of its id that a text has in common with what stands beside it. */
const textPlace = ({ item, of, id }: TextRow) =>
  item === "paraphrase" ? toldPlace(of) : id.slice(0, id.lastIndexOf("/"));

/** Texts in the place of figures: what readers made of comments, and what was signed about a unit. */
function TextTable({ rows, item }: TextTableProps) {
  const t = useTranslations("report-data");
  if (rows.length === 0) return null;
  return (
    <Table
      caption={t(`items.${item}`)}
      narrow="list"
      columns={(["of", "text", "period", "id"] as const).map((key) => ({
        key,
        head: t(`columns.${key}`),
      }))}
      rows={rows.map((row, i) => {
        const place = textPlace(row);
        const before = rows[i - 1];
        const isFirst = before === undefined || textPlace(before) !== place;
        return {
          key: row.id,
          id: row.id,
          head: <span id={isFirst ? place : undefined}>{capital(row.name)}</span>,
          cells: {
            text: <InSwedish>{row.text}</InSwedish>,
            period: <Period of={row.period} />,
            id: <span className="small quiet break-all">{row.id}</span>,
          },
        };
      })}
    />
  );
}

/** ”2025-Q4–2026-Q3”, each on its own line where there is no room. */
function Period({ of }: { readonly of: string }) {
  const [from = "", to] = of.split("/");
  const whole = (text: string) => <span className="whitespace-nowrap">{text}</span>;
  if (to === undefined) return whole(from);
  return (
    <>
      {whole(`${from}–`)}
      <wbr />
      {whole(to)}
    </>
  );
}

type RowTableProps = {
  readonly view: View;
  readonly section: Row["section"];
  readonly said: RowWords;
};

function RowTable({ view, section, said }: RowTableProps) {
  const t = useTranslations("report-data");
  const left = inFiles(section, view.snapshot);
  const rows = [...view.figures.values()].filter((row) => {
    return row.section === section && !(left && row.of.startsWith("unit:"));
  });
  if (rows.length === 0) return null;
  // The rows of a place may stand apart: its name leads to the first of them.
  const firsts = new Map(rows.toReversed().map((row) => [placeOf(row), row.id]));
  return (
    <Table
      caption={t(`sections.${section}`)}
      captionHidden
      narrow="list"
      columns={(["of", "what", "figure", "period", "id"] as const).map((key) => ({
        key,
        head: t(`columns.${key}`),
        number: key === "figure",
      }))}
      rows={rows.map((row) => {
        const place = placeOf(row);
        const isFirst = firsts.get(place) === row.id;
        return {
          key: row.id,
          id: row.id,
          head: <span id={isFirst ? place : undefined}>{said.of(row)}</span>,
          cells: {
            what: said.what(row),
            figure: <Value view={view} id={row.id} />,
            period: <Period of={row.period} />,
            id: <span className="small quiet break-all">{row.id}</span>,
          },
        };
      })}
    />
  );
}
