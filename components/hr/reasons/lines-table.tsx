import { useTranslations } from "next-intl";
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
import { FigureValue } from "@/components/reports/figure-value";
import { Downloads } from "@/components/ui/downloads";
import { type Row, Table } from "@/components/ui/table";
import type { ReasonsOverview } from "@/lib/reasons/overview";

type LinesProps = {
  readonly table: LineTable;
  readonly view: ReasonsOverview;
  readonly words: ReasonsWords;
};

/** Groups or years under each other, in an order that says nothing about them. */
export function LinesTable({ table, view, words }: LinesProps) {
  const t = useTranslations("hrReasons");
  const caption = t(`${table}.table`);
  const columns = lineColumns(view, words);
  const head = ({ key, name }: LineColumn) => ({
    key,
    head: name ?? t(`column.${key}`),
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
    <div>
      <Table
        caption={caption}
        width="xl"
        columns={[
          { key: "name", head: t(`${table}.head`) },
          ...columns.map(head),
          { key: "width", head: t("column.width"), number: true },
        ]}
        rows={namedLines(table, view, words).map(rowOf)}
      />
      <Downloads href={fileAddress(table, view.choice)} of={caption} />
    </div>
  );
}
