import { codeAt, countAt, note, requiredAt, shareAt, wordAt } from "@/lib/imports/cells";
import type { Row } from "@/lib/imports/table";
import {
  isIndex,
  LEAST_ANSWERS,
  SIGNALS,
  type SignalColumn,
  type SignalName,
  type SignalRow,
} from "./signal";

/** One line of a `signals` file. */
export function parseSignal(row: Row<SignalColumn>): SignalRow {
  const signal = wordAt(row, "signal", SIGNALS, "bad-signal");
  return {
    unitCode: codeAt(row, "unit_code"),
    period: periodAt(row, signal),
    signal,
    value: shareAt(row, "value"),
    answers: answersAt(row, signal),
  };
}

const YEAR = /^(19|20)\d\d$/;
const MONTH = /^(19|20)\d\d-(0[1-9]|1[0-2])$/;

/** A year, or for sick leave a month; a spreadsheet that makes a date of a month gives its first day. */
function periodAt(row: Row<SignalColumn>, signal: SignalName): string {
  const text = requiredAt(row, "period", Number.POSITIVE_INFINITY);
  const period = /^\d{4}-\d\d-01$/.test(text) ? text.slice(0, 7) : text;
  const fits = YEAR.test(period) || (!isIndex(signal) && MONTH.test(period));
  if (fits || text === "") return period;
  note(row, "period", isIndex(signal) ? "bad-year" : "bad-period");
  return "";
}

/** A mean of very few is refused whole: what is not stored cannot be shown by mistake. */
function answersAt(row: Row<SignalColumn>, signal: SignalName): number | null {
  if ((row.cells.answers ?? "") === "") return null;
  const answers = countAt(row, "answers");
  if (!isIndex(signal)) return null;
  if (answers >= LEAST_ANSWERS) return answers;
  note(row, "answers", "too-few-answers", String(LEAST_ANSWERS));
  return null;
}
