import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { useWordingLocale } from "@/components/charts/wording";
import { Downloads } from "@/components/ui/downloads";
import { Table } from "@/components/ui/table";
import { number } from "@/lib/wording/number";

type FiledTableProps = ComponentProps<typeof Table> & {
  /** Where the table's files lie. */
  readonly file: string;
  /** How many rows the files have, where these are some of them. */
  readonly of?: number;
};

/** Nobody reads more rows than this on a page; a region of thousands of units has them all in the files. */
export const MOST_ROWS = 100;

/** A table with its files under it: HR's pages show no figures in any other kind of table. */
export function FiledTable({ file, rows, of = rows.length, ...table }: FiledTableProps) {
  const t = useTranslations("common");
  const locale = useWordingLocale();
  const shown = rows.slice(0, MOST_ROWS);
  return (
    <div>
      <Table {...table} rows={shown} />
      {shown.length < of ? (
        <p className="small quiet">
          {t("someRows", { shown: number(shown.length, locale), of: number(of, locale) })}
        </p>
      ) : null}
      <Downloads href={file} of={table.caption} />
    </div>
  );
}
