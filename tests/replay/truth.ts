import { AGREEMENT, type Asked, NOTHING } from "./columns";
import type { Row } from "./file";

/** Exact counts, taken from the lines of the file and from nothing that was sent. */

export const NO_ANSWER = "no-answer";

/** Whether a person was asked: a question that depends on another, which they answered so or not so. */
function wasAsked(item: Asked, row: Row, items: readonly Asked[]): boolean {
  const { when } = item;
  if (!when) return true;
  const other = items.find(({ id }) => id === when.item);
  const given = other ? marks(other, row) : [];
  const among = (values: readonly string[]) => given.some((code) => values.includes(code));
  return (!when.oneOf || among(when.oneOf)) && !(when.notOneOf && among(when.notOneOf));
}

/** The codes that a line of the file marks, asked or not. */
function marks(item: Asked, { cells }: Row): readonly string[] {
  switch (item.kind) {
    case "scale":
      return AGREEMENT.flatMap((word, i) => (cells[item.column] === word ? [String(i + 1)] : []));
    case "several":
      return item.choices
        .filter(({ column }) => !NOTHING.includes(cells[column] ?? ""))
        .map(({ code }) => code);
    default:
      return item.choices.filter(({ cell }) => cell === cells[item.column]).map(({ code }) => code);
  }
}

/** Every code that can be counted of an item. */
function codesOf(item: Asked): readonly string[] {
  return item.kind === "scale" ? ["1", "2", "3", "4", "5"] : item.choices.map(({ code }) => code);
}

/** How many of these people chose each option, and how many gave no answer. */
export function optionCounts(
  item: Asked,
  rows: readonly Row[],
  items: readonly Asked[],
): Record<string, number> {
  const counts = Object.fromEntries([...codesOf(item), NO_ANSWER].map((code) => [code, 0]));
  for (const row of rows) {
    const chosen = wasAsked(item, row, items) ? marks(item, row) : [];
    for (const code of chosen.length > 0 ? chosen : [NO_ANSWER]) {
      counts[code] = (counts[code] ?? 0) + 1;
    }
  }
  return counts;
}

/** The same by class; null for an item without classes. */
export function classCounts(item: Asked, options: Readonly<Record<string, number>>) {
  if (item.kind !== "single" && item.kind !== "grouped") return null;
  const counts: Record<string, number> = { [NO_ANSWER]: options[NO_ANSWER] ?? 0 };
  for (const { code, class: name = "" } of item.choices) {
    counts[name] = (counts[name] ?? 0) + (options[code] ?? 0);
  }
  return counts;
}
