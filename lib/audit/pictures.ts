import type { Asked } from "./asked";
import type { Leak, LeakRule } from "./leak";
import { isExact, isRounded, isTooNear, tablesOf } from "./noise";
import { nameOfCell, type Published, type Round } from "./published";
import { ordinal } from "./quarters";
import { sameCodes } from "./results";
import type { Cell, CellItem } from "./shapes";

const REGION = "region";
const NO_ANSWER = "no-answer";
const SMALLEST = 30;
const SERIES = ["leaver", "retiree", "mover"];

/** Each picture by itself, and all of them together: sizes, places, codes, noise, and that none is drawn twice. */
export function pictureLeaks(published: Published): readonly Leak[] {
  const rounds = new Map(published.rounds.map((round) => [round.quarter, round]));
  const single = published.cells.flatMap((cell) => {
    const round = rounds.get(cell.to);
    const where = nameOfCell(cell);
    if (round === undefined) return [{ rule: "unknown-round" as const, where }];
    const items = Object.entries(cell.items).flatMap(([id, table]) =>
      itemRules(cell, round.items.get(id), table).map((rule) => ({
        rule,
        where: `${where} ${id}`,
      })),
    );
    return [...cellRules(cell, round).map((rule) => ({ rule, where })), ...items];
  });
  return [...single, ...drawnAgain(published), ...nearness(published.cells, rounds)];
}

function cellRules(cell: Cell, round: Round): readonly LeakRule[] {
  const tables = tablesOf(cell, round);
  return [
    ...(cell.n < SMALLEST ? ["too-few" as const] : []),
    ...(isPlace(cell, round) ? [] : ["unknown-place" as const]),
    ...(ordinal(cell.from) > ordinal(cell.to) ? ["wrong-span" as const] : []),
    ...(isExact(tables) ? ["noise-missing" as const] : []),
    ...(isRounded(cell) ? ["rounded" as const] : []),
  ];
}

function isPlace({ node, slice, series }: Cell, { tree, groups }: Round): boolean {
  const [kind, code = ""] = node.split(/:(.*)/s);
  const isUnit = kind === "unit" && Object.hasOwn(tree.units, code);
  const isGroup = kind === "group" && groups.has(code);
  const listed = node === REGION || (slice === "answers" && (isUnit || isGroup));
  return listed && SERIES.includes(series);
}

function itemRules(cell: Cell, asked: Asked | undefined, table: CellItem): readonly LeakRule[] {
  if (asked === undefined || asked.picture !== cell.slice) return ["wrong-slice"];
  const options = sameCodes(Object.keys(table.options), [...asked.codes, NO_ANSWER]);
  const shown = table.classes === undefined ? null : Object.keys(table.classes);
  const classes =
    asked.classes === null || shown === null
      ? asked.classes === shown
      : sameCodes(shown, [...asked.classes, NO_ANSWER]);
  return options && classes ? [] : ["wrong-codes"];
}

/**
 * A picture takes all that waits at its node, so the next one there begins after it; units do not wait. Only
 * the region may reach further back: to what a group left that was pictured once and is no more.
 */
function drawnAgain({ rounds, cells }: Published): readonly Leak[] {
  const ended = new Map<string, number>();
  const sorted = cells.toSorted((a, b) => ordinal(a.to) - ordinal(b.to));
  return sorted.flatMap((cell) => {
    const key = `${cell.slice} ${cell.node} ${cell.series}`;
    const before = ended.get(key) ?? 0;
    ended.set(key, ordinal(cell.to));
    const since = cell.node.startsWith("unit:") ? ordinal(cell.to) : before + 1;
    const early =
      ordinal(cell.from) < since && ordinal(cell.from) < inherited(cell, before, rounds);
    const again = before === ordinal(cell.to) || early;
    return again ? [{ rule: "counted-twice" as const, where: nameOfCell(cell) }] : [];
  });
}

/** The first round of a group that stopped being pictured since the region's last picture: it handed on what waited. */
function inherited(cell: Cell, before: number, rounds: readonly Round[]): number {
  if (cell.node !== REGION || cell.slice === "background") return Number.POSITIVE_INFINITY;
  const since = rounds.filter(({ at }) => at >= before && at <= ordinal(cell.to));
  const dropped = since.flatMap(({ tree }, index) =>
    tree.pictured.filter((group) =>
      since.slice(index + 1).some((later) => !later.tree.pictured.includes(group)),
    ),
  );
  const first = rounds.find(({ tree }) => tree.pictured.some((group) => dropped.includes(group)));
  return first?.at ?? Number.POSITIVE_INFINITY;
}

/** Noise that is too near to none shows when many tables are looked at together. */
function nearness(cells: readonly Cell[], rounds: ReadonlyMap<string, Round>): readonly Leak[] {
  const tables = cells.flatMap((cell) => {
    const round = rounds.get(cell.to);
    return round === undefined ? [] : tablesOf(cell, round);
  });
  return isTooNear(tables) ? [{ rule: "noise-missing", where: "all pictures" }] : [];
}
