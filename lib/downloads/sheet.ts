/**
 * A table as a file. A cell is a number where there is one, and else words: never an empty place for a
 * figure that is withheld or missing.
 */
export type Sheet = {
  /** Names the file and the sheet: ”Enheter”. */
  readonly title: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetCell[])[];
};

export type SheetCell = string | number;

export type SheetColumn = {
  readonly head: string;
  /** Decimals of its numbers; 0 when not said. */
  readonly digits?: number;
  /** Its numbers are shares (0.125) and stand in per cent (12.5); the head says so. */
  readonly share?: boolean;
};

/** A column's head as the file has it: ”Omsättning per år, %”. */
export function columnHead({ head, share }: SheetColumn): string {
  return share ? `${head}, %` : head;
}

/** A cell as the file has it: a number in the column's measure and rounded to its decimals, words as they are. */
export function cellValue(cell: SheetCell, { share, digits = 0 }: SheetColumn): SheetCell {
  if (typeof cell === "string") return cell;
  return Number((share ? 100 * cell : cell).toFixed(digits));
}
