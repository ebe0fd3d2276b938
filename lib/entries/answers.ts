import type { Day } from "@/lib/quarters/quarter";

/** What a person wrote in a form's fields. */
export type Answers<Field extends string> = Readonly<Record<Field, string>>;

/** What is wrong with a field of an entry. Each has its sentence. */
export type EntryProblem =
  | "missing"
  | "too-long"
  | "no-day"
  | "before-start"
  | "not-yet"
  | "too-far"
  | "unknown";

export type EntryProblems<Field extends string> = Readonly<Partial<Record<Field, EntryProblem>>>;

/** An entry, or every problem of its form at once. */
export type ReadEntry<Entry, Field extends string> =
  | { readonly entry: Entry }
  | { readonly problems: EntryProblems<Field> };

/** What came of signing a version. `newer`: somebody else signed one meanwhile; nothing was written. */
export type Signed = "signed" | "newer" | "unknown";

/** The answers without stray blanks; a field that did not come is empty. */
export function answersOf<Field extends string>(
  fields: readonly Field[],
  given: (field: Field) => unknown,
): Answers<Field> {
  const texts = fields.map((field) => [field, String(given(field) ?? "").trim()]);
  return Object.fromEntries(texts) as Answers<Field>;
}

/** Whether a required text is missing or longer than `most` characters. */
export function textProblem(text: string, most: number): EntryProblem | null {
  if (text === "") return "missing";
  return text.length > most ? "too-long" : null;
}

/** Whether a text is no calendar day (`2026-02-30` is none). */
export function dayProblem(text: string): EntryProblem | null {
  if (text === "") return "missing";
  if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(text)) return "no-day";
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? null : "no-day";
}

/** The first day's own problem, else that of a day before `start` or after `end`. */
export function dayBetween(day: Day, start: Day | null, end: Day | null): EntryProblem | null {
  const own = dayProblem(day);
  if (own !== null) return own;
  if (start !== null && dayProblem(start) === null && day < start) return "before-start";
  return end !== null && day > end ? "too-far" : null;
}

/** Only the fields that have a problem. */
export function found<Field extends string>(
  problems: Readonly<Record<Field, EntryProblem | null>>,
): EntryProblems<Field> {
  const own = Object.entries(problems).filter(([, problem]) => problem !== null);
  return Object.fromEntries(own) as EntryProblems<Field>;
}
