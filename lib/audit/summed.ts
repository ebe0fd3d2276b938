import { FEWEST, toFive } from "./compared";
import type { Round } from "./published";
import type { Cell, CellItem } from "./shapes";

const NO_ANSWER = "no-answer";

/** The cells at a node and below it. */
export function at(
  cells: readonly Cell[],
  node: string,
  series: string,
  { tree }: Round,
): readonly Cell[] {
  return cells.filter((cell) => {
    const unit = cell.node.replace(/^unit:/, "");
    const above = Object.hasOwn(tree.units, unit) ? `group:${tree.units[unit]}` : null;
    return cell.series === series && (node === "region" || cell.node === node || above === node);
  });
}

export type Sum = { readonly people: number; readonly counts: Readonly<Record<string, number>> };

export function sumOf(cells: readonly Cell[], item: string, table: keyof CellItem): Sum {
  const counts: Record<string, number> = {};
  const holding = cells.filter((cell) => cell.items[item] !== undefined);
  for (const cell of holding) {
    for (const [code, n] of Object.entries(cell.items[item]?.[table] ?? {})) {
      counts[code] = (counts[code] ?? 0) + n;
    }
  }
  return { people: peopleIn(holding), counts };
}

export const peopleIn = (cells: readonly Cell[]) => cells.reduce((sum, { n }) => sum + n, 0);

/** The mean of a five-step question to one decimal, inside the scale; null where none may be used. */
export function meanOf({ people, counts }: Sum): number | null {
  const values = Object.entries(counts).filter(([code]) => code !== NO_ANSWER);
  const answers = values.reduce((sum, [, n]) => sum + n, 0);
  if (people === 0 || answers < FEWEST) return null;
  const mean = values.reduce((sum, [code, n]) => sum + Number(code) * n, 0) / answers;
  return Math.round(Math.min(5, Math.max(1, mean)) * 10) / 10;
}

/** A class's share of those who answered, in per cent; null where none may be printed. */
export function shareOf(
  { people, counts }: Sum,
  code: string,
  except: string | null = null,
): number | null {
  const left = [NO_ANSWER, ...(except === null ? [] : [except])];
  const answered = left.reduce((sum, one) => sum - (counts[one] ?? 0), people);
  if (people === 0 || answered < FEWEST) return null;
  return Math.min(100, toFive((100 * (counts[code] ?? 0)) / answered));
}
