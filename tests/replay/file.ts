import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";

/** One line of the file of real answers, as it stands there. */
export type Row = {
  readonly number: number;
  readonly unit: string;
  readonly institute: string;
  /** "" where the file has none. */
  readonly year: string;
  /** Retirements are a series of their own. */
  readonly series: "leaver" | "retiree";
  readonly cells: Readonly<Record<string, string>>;
};

export const REASON = "Reason for ceasing employment";

export type Answers = { readonly columns: readonly string[]; readonly rows: readonly Row[] };

/** Reads the file: one row for each person, units coded by the institutes' alphabet. */
export function readAnswers(file: string): Answers {
  const lines: Record<string, string>[] = parse(readFileSync(file), { bom: true, columns: true });
  const institutes = [...new Set(lines.map((line) => line["Institute"] ?? ""))].sort();
  const codes = new Map(institutes.map((name, i) => [name, `I${String(i + 1).padStart(2, "0")}`]));
  const rows = lines.map((cells, i): Row => {
    const institute = cells["Institute"] ?? "";
    return {
      number: i + 1,
      unit: codes.get(institute) ?? "",
      institute,
      year: cells["CESSATION YEAR"] ?? "",
      series: cells[REASON] === "Retirement" ? "retiree" : "leaver",
      cells,
    };
  });
  return { columns: Object.keys(lines[0] ?? {}), rows };
}
