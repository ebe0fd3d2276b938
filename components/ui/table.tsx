import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

type Width = "m" | "l" | "xl";

/** What becomes of a table on a phone: it scrolls in its frame, or each row becomes an entry of a list. */
type Narrow = "scroll" | "list";

type ScrollProps = {
  readonly label: string;
  readonly width?: Width | undefined;
  readonly children: ReactNode;
};

/** A region that scrolls must take focus, or those without a mouse cannot scroll it (WCAG 2.1.1). */
const FOCUSABLE = { tabIndex: 0 };

/** A region of its own that scrolls sideways, reachable by keyboard. */
export function Scroll({ label, width, children }: ScrollProps) {
  return (
    <section className={width ? `scroll ${width}` : "scroll"} aria-label={label} {...FOCUSABLE}>
      {children}
    </section>
  );
}

export type Column = {
  readonly key: string;
  readonly head: ReactNode;
  /** The head as text where it is more than that: what stands before a cell when the row is an entry of a list. */
  readonly label?: string;
  /** Figures stand to the right, under each other. */
  readonly number?: boolean;
};

export type Row = {
  readonly key: string;
  /** Where others can lead to, when the table's own naming of its rows will not do. */
  readonly id?: string;
  /** The row's name. */
  readonly head: ReactNode;
  /** column key → content. */
  readonly cells?: Readonly<Record<string, ReactNode>>;
  /** Words instead of all the figures: ”Visas inte än …”. */
  readonly instead?: ReactNode;
};

type TableProps = {
  /** Leads here, and with `-` and a row's key to the row. */
  readonly id?: string;
  /** Shown above the table, and names its region. */
  readonly caption: string;
  /** The caption as it is seen, where figures in it are links. */
  readonly title?: ReactNode;
  /** Where a heading or ”Visa tabellen” already says it: heard, not seen. */
  readonly captionHidden?: boolean;
  /** The first names the rows. */
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Least width before it scrolls: m 560, l 680, xl 800 px. */
  readonly width?: Width;
  /** "list": for words rather than figures; their columns' names then stand before them. */
  readonly narrow?: Narrow;
};

/** Every table: row names as headings, caption, own scrolling frame. */
export function Table(props: TableProps) {
  const { id, caption, title, captionHidden = false, columns, rows, width } = props;
  const { narrow = "scroll" } = props;
  const t = useTranslations("common");
  return (
    <Scroll label={caption} width={width}>
      <table id={id} className={narrow === "list" ? "as-list" : undefined}>
        <caption className={captionHidden ? "vh" : undefined}>
          <span data-more={width && narrow === "scroll" ? t("moreColumns") : undefined}>
            {title ?? caption}
          </span>
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.number ? "num" : undefined}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <TableRow
              key={row.key}
              id={row.id ?? (id === undefined ? undefined : `${id}-${row.key}`)}
              row={row}
              columns={columns.slice(1)}
            />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

type TableRowProps = {
  readonly id: string | undefined;
  readonly row: Row;
  readonly columns: readonly Column[];
};

function TableRow({ id, row, columns }: TableRowProps) {
  const cells = row.cells ?? {};
  return (
    <tr id={id}>
      <th scope="row">{row.head}</th>
      {row.instead ? (
        <td colSpan={columns.length} className="wh">
          {row.instead}
        </td>
      ) : (
        columns.map((column) => (
          <td
            key={column.key}
            className={column.number ? "num" : undefined}
            data-label={column.label ?? (typeof column.head === "string" ? column.head : undefined)}
          >
            {cells[column.key]}
          </td>
        ))
      )}
    </tr>
  );
}
