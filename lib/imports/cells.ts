import type { Day } from "@/lib/quarters/quarter";
import type { ProblemCode } from "./problem";
import type { Row } from "./table";

// A cell that cannot be read adds its problem and gives an empty value (""; 0; the first of a list):
// no row of a file with a problem is ever used, and reading on finds the other problems.

/** Adds a problem at a cell. A column that the header lacks is reported there, once. */
export function note<C extends string>(
  row: Row<C>,
  column: C,
  code: ProblemCode,
  expected?: string,
): void {
  const value = row.cells[column];
  if (value === undefined) return;
  const problem = { code, line: row.line, column, value };
  row.problems.add(expected === undefined ? problem : { ...problem, expected });
}

/** The cell's text; "" when empty or absent. */
export function textAt<C extends string>(row: Row<C>, column: C, longest: number): string {
  const text = row.cells[column] ?? "";
  if (text.length > longest) note(row, column, "too-long", String(longest));
  return text;
}

/** The cell's text, which must not be empty. */
export function requiredAt<C extends string>(row: Row<C>, column: C, longest: number): string {
  const text = textAt(row, column, longest);
  if (text === "") note(row, column, "empty");
  return text;
}

const CODE = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u;

/** Whether a text can be a unit's code: letters, digits, `.`, `_` and `-`, 40 at most. */
export function isCode(text: string): boolean {
  return CODE.test(text);
}

/** A code that must be there. */
export function codeAt<C extends string>(row: Row<C>, column: C): string {
  const text = requiredAt(row, column, Number.POSITIVE_INFINITY);
  if (text !== "" && !isCode(text)) note(row, column, "bad-code");
  return text;
}

/** A calendar day that exists, `YYYY-MM-DD`; "" when it is empty and may be. */
export function dayAt<C extends string>(
  row: Row<C>,
  column: C,
  need: "required" | "optional",
): Day {
  const text = row.cells[column] ?? "";
  if (text === "") {
    if (need === "required") note(row, column, "empty");
    return "";
  }
  if (isDay(text)) return text;
  note(row, column, "bad-date");
  return "";
}

/** A month, `YYYY-MM`; a spreadsheet that makes a date of it gives the month's first day. */
export function monthAt<C extends string>(row: Row<C>, column: C): string {
  const text = requiredAt(row, column, Number.POSITIVE_INFINITY);
  const month = /^\d{4}-\d\d-01$/.test(text) ? text.slice(0, 7) : text;
  if (month === "" || isDay(`${month}-01`)) return month;
  note(row, column, "bad-month");
  return "";
}

/** A count of people: a whole number, zero or more. */
export function countAt<C extends string>(row: Row<C>, column: C): number {
  const text = requiredAt(row, column, Number.POSITIVE_INFINITY);
  if (/^\d{1,6}$/.test(text)) return Number(text);
  if (/^[-−]\d/.test(text)) note(row, column, "negative-number");
  else if (text !== "") note(row, column, "bad-number");
  return 0;
}

const SHARE = /^\d{1,3}([.,]\d{1,20})?(\s?%)?$/;
const PER_CENT = /\s?%$/;

/** A number from 0 to 100, with decimal comma or point, and a per cent sign where one stands; one decimal is kept. */
export function shareAt<C extends string>(row: Row<C>, column: C): number {
  const text = requiredAt(row, column, Number.POSITIVE_INFINITY);
  const value = Number(text.replace(",", ".").replace(PER_CENT, ""));
  if (SHARE.test(text) && value <= 100) return Math.round(value * 10) / 10;
  if (text !== "") note(row, column, "bad-share");
  return 0;
}

/** One of a list of words, in any case. */
export function wordAt<C extends string, W extends string>(
  row: Row<C>,
  column: C,
  words: readonly [W, ...W[]],
  code: ProblemCode,
): W {
  const text = requiredAt(row, column, Number.POSITIVE_INFINITY).toLowerCase();
  const word = words.find((w) => w === text);
  if (word === undefined && text !== "") note(row, column, code, words.join(", "));
  return word ?? words[0];
}

/** Whether the text is a day of the calendar from 1900 to 2099. */
function isDay(text: string): boolean {
  const found = /^(19|20)\d\d-(\d\d)-(\d\d)$/.exec(text);
  if (!found) return false;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(found[2]), Number(found[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
