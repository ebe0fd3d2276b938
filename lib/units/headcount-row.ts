import { codeAt, countAt, monthAt, textAt } from "@/lib/imports/cells";
import type { Columns, Row } from "@/lib/imports/table";

/** Permanent employees (people, not full-time equivalents) at the end of a month. */
export type HeadcountRow = {
  readonly unitCode: string;
  /** `YYYY-MM` */
  readonly month: string;
  readonly permanent: number;
  /** "" when the file does not divide the unit into groups. */
  readonly staffGroup: string;
};

type Column = "unit_code" | "month" | "permanent_headcount" | "staff_group";

export const HEADCOUNT_COLUMNS: Columns<Column> = {
  required: ["unit_code", "month", "permanent_headcount"],
  optional: ["staff_group"],
};

/** One line of a `headcount` file. */
export function parseHeadcount(row: Row<Column>): HeadcountRow {
  return {
    unitCode: codeAt(row, "unit_code"),
    month: monthAt(row, "month"),
    permanent: countAt(row, "permanent_headcount"),
    staffGroup: textAt(row, "staff_group", 60),
  };
}
