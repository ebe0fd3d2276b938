import type { ComponentProps } from "react";
import { Downloads } from "@/components/ui/downloads";
import { Table } from "@/components/ui/table";

type FiledTableProps = ComponentProps<typeof Table> & {
  /** Where the table's files lie. */
  readonly file: string;
};

/** A table with its files under it: HR's pages show no figures in any other kind of table. */
export function FiledTable({ file, ...table }: FiledTableProps) {
  return (
    <div>
      <Table {...table} />
      <Downloads href={file} of={table.caption} />
    </div>
  );
}
