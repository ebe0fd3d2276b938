import { useTranslations } from "next-intl";
import type { TermId } from "@/components/hr/definitions/terms";
import { FiledTable, MOST_ROWS } from "@/components/hr/filed-table";
import {
  type LineColumn,
  type LineTable,
  lineColumns,
  lineFigure,
  type NamedLine,
  namedLines,
} from "@/components/hr/reasons/lines";
import { fileAddress } from "@/components/hr/reasons/sheet";
import type { ReasonsWords } from "@/components/hr/reasons/words";
import { Term } from "@/components/hr/term";
import { FigureValue } from "@/components/reports/figure-value";
import { Wrapped } from "@/components/reports/quarterly/wrapped";
import type { Row } from "@/components/ui/table";
import type { ReasonsOverview } from "@/lib/reasons/overview";

/** What a column counts, where it is no share. */
const TERM: Readonly<Record<string, TermId>> = { people: "about", hme: "hme", width: "noise" };

type LinesProps = {
  readonly table: LineTable;
  readonly view: ReasonsOverview;
  readonly words: ReasonsWords;
};

/** Groups or years under each other, in an order that says nothing about them; the file of either holds both. */
export function LinesTable({ table, view, words }: LinesProps) {
  return (
    <div className="space-y-8">
      <PartTable part="why" table={table} view={view} words={words} />
      <PartTable part="climate" table={table} view={view} words={words} />
    </div>
  );
}

function PartTable({ part, table, view, words }: LinesProps & Pick<LineColumn, "part">) {
  const t = useTranslations("hrReasons");
  const lines = namedLines(table, view, words);
  const columns = lineColumns(view, words).filter((column) => column.part === part);
  const head = (key: string, name: string) => ({
    key,
    head: (
      <Term of={TERM[key] ?? "share"}>
        <Wrapped>{name}</Wrapped>
      </Term>
    ),
    number: true,
  });
  const rowOf = (line: NamedLine): Row => {
    const { people, width } = line.picture;
    if (people.kind === "withheld") {
      return { key: line.id, head: line.name, instead: <FigureValue figure={people} /> };
    }
    const figures = columns.map(({ key }) => [
      key,
      <FigureValue key={key} figure={lineFigure(key, line)} />,
    ]);
    return {
      key: line.id,
      head: line.name,
      cells: {
        ...Object.fromEntries(figures),
        width: width === null ? "" : t("plusMinus", { width: width.share }),
      },
    };
  };
  return (
    <FiledTable
      file={fileAddress(table, view.choice)}
      caption={t(`${table}.table.${part}`)}
      width="l"
      columns={[
        { key: "name", head: t(`${table}.head`) },
        ...columns.map(({ key, name }) => head(key, name ?? t(`column.${key}`))),
        ...(part === "why" ? [head("width", t("column.width"))] : []),
      ]}
      rows={lines.slice(0, MOST_ROWS).map(rowOf)}
      of={lines.length}
    />
  );
}
