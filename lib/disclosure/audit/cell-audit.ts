import { classesOf, sameCodes } from "@/lib/disclosure/audit/atom-audit";
import type { Leak, LeakRule } from "@/lib/disclosure/audit/leak";
import { type Cell, type CellItem, NO_ANSWER, REGION, SERIES } from "@/lib/disclosure/release";
import type { RoundRules } from "@/lib/disclosure/round-rules";
import { itemsOf, optionsOf } from "@/lib/survey/items";
import type { Item } from "@/lib/survey/questionnaire";

/** Under this many tables, all of them may add up by chance. */
const TABLES_TO_TELL = 8;

/** Audits one cell: its size, its place, its items and codes, and that noise was added. */
export function auditCell(cell: Cell, rules: RoundRules): readonly Leak[] {
  const where = `cell ${cell.slice} ${cell.node} ${cell.series} ${cell.to}`;
  const whole: LeakRule[] = [];
  if (!(Number.isInteger(cell.n) && cell.n >= 30)) whole.push("cell-too-small");
  if (!isPlace(cell, rules)) whole.push("unknown-place");
  if (isExact(cell, rules)) whole.push("noise-missing");
  const asked = new Map(itemsOf(rules.questionnaire).map((item) => [item.id, item]));
  const items = Object.entries(cell.items).flatMap(([id, table]) =>
    itemRules(cell, asked.get(id), table).map((rule) => ({ rule, where: `${where} ${id}` })),
  );
  return [...whole.map((rule) => ({ rule, where })), ...items];
}

function isPlace({ node, slice, series, to }: Cell, rules: RoundRules): boolean {
  const { units } = rules.tree;
  const nodes = [
    REGION,
    ...Object.keys(units).map((unit) => `unit:${unit}`),
    ...Object.values(units).map((group) => `group:${group}`),
  ];
  const fits = slice === "answers" || node === REGION;
  return fits && to === rules.quarter && nodes.includes(node) && SERIES.includes(series);
}

function itemRules(cell: Cell, item: Item | undefined, table: CellItem): readonly LeakRule[] {
  if (item === undefined || item.type === "text") return ["wrong-slice"];
  if ((item.slice === "background") !== (cell.slice === "background")) return ["wrong-slice"];
  const classes = item.slice === "unit" && item.type !== "scale5" ? classesOf(item) : null;
  const shown = table.classes === undefined ? null : Object.keys(table.classes);
  if (!sameCodes(Object.keys(table.options), [...optionCodes(item), NO_ANSWER])) {
    return ["wrong-codes"];
  }
  if ((classes === null) !== (shown === null)) return ["wrong-codes"];
  if (classes && shown && !sameCodes(shown, [...classes, NO_ANSWER])) return ["wrong-codes"];
  const counts = [...Object.values(table.options), ...Object.values(table.classes ?? {})];
  return counts.every(Number.isInteger) ? [] : ["not-whole"];
}

function optionCodes(item: Item): readonly string[] {
  if (item.type === "scale5") return ["1", "2", "3", "4", "5"];
  if (item.type === "scale10") return Object.keys(item.classes);
  return optionsOf(item)
    .filter((option) => option.noAnswer !== true)
    .map((option) => option.code);
}

/** Tables of one choice a person that all add up to n: the noise was left out. */
function isExact(cell: Cell, rules: RoundRules): boolean {
  const single = new Set(
    itemsOf(rules.questionnaire).flatMap((item) => (item.type === "multi" ? [] : [item.id])),
  );
  const totals = Object.entries(cell.items)
    .filter(([id]) => single.has(id))
    .flatMap(([, { options, classes }]) => (classes ? [options, classes] : [options]))
    .map((table) => Object.values(table).reduce((sum, count) => sum + count, 0));
  return totals.length >= TABLES_TO_TELL && totals.every((total) => total === cell.n);
}
