import { counted, countLeaks, differing, REASON_ROUNDS, toFive } from "./compared";
import type { Leak } from "./leak";
import type { Readings, Round } from "./published";
import { ordinal } from "./quarters";
import type { PrintedComments } from "./report-shape";
import type { Themes } from "./shapes";

/**
 * Themes and paraphrases as printed: sums of the tables, rounded to five, over twelve rounds; and of the year
 * every paraphrase, in its drawn order, with nothing beside it. A reading may be finished after the report of its
 * quarter went out: a report is then as it would be without that reading and those after it, and never something between.
 */
export function printedComments(
  comments: PrintedComments | undefined,
  from: string,
  round: Round,
  readings: Readings,
): readonly Leak[] {
  if (comments === undefined) return [];
  const leaksWith = (last: number): readonly Leak[] => {
    const tables = readings.themes.filter(
      ({ to }) => ordinal(to) <= last && ordinal(to) > round.at - REASON_ROUNDS,
    );
    return [
      ...comments.tables.flatMap((table) => tableLeaks(table, tables, readings)),
      ...toldLeaks(comments, from, last, readings),
    ];
  };
  const leaks = leaksWith(round.at);
  if (leaks.length === 0) return leaks;
  const before = new Set(readings.themes.map(({ to }) => ordinal(to) - 1));
  const unfinished = [...before].filter((last) => last < round.at);
  return unfinished.some((last) => leaksWith(last).length === 0) ? [] : leaks;
}

function tableLeaks(
  { node, series, people, themes }: PrintedComments["tables"][number],
  all: readonly Themes[],
  { codeBook }: Readings,
): readonly Leak[] {
  const own = all.filter(
    (table) => table.series === series && (node === "region" || table.node === node),
  );
  const where = `themes ${node} ${series}`;
  const n = own.reduce((sum, table) => sum + table.n, 0);
  const sums: Record<string, number> = {};
  for (const [code, count] of own.flatMap(({ counts }) => Object.entries(counts))) {
    sums[code] = (sums[code] ?? 0) + count;
  }
  const right = own.length === 0 ? null : toFive(n);
  return [
    ...differing([{ where: `${where} people`, figure: people, right }]),
    ...countLeaks(
      themes.map(({ code, figure }) =>
        counted(`${where} ${code}`, figure, sums[code], codeBook.get(code) === true),
      ),
    ),
  ];
}

function toldLeaks(
  { told }: PrintedComments,
  from: string,
  last: number,
  { paraphrases }: Readings,
): readonly Leak[] {
  const released = paraphrases
    .filter(({ to }) => ordinal(to) >= ordinal(from) && ordinal(to) <= last)
    .map(({ node, to, place, text }) => ({ order: [to, node, place] as const, node, to, text }))
    .sort((a, b) => inOrder(a.order, b.order));
  const textOf = ({ node, to, text }: { node: string; to: string; text: string }) =>
    [node, to, text].join("\n");
  const known = new Set(released.map(textOf));
  const invented = told.filter((one) => !known.has(textOf(one)));
  const same = told.map(textOf).join("\n\n") === released.map(textOf).join("\n\n");
  return [
    ...invented.map(({ node, to }) => ({
      rule: "not-released" as const,
      where: `text ${node} ${to}`,
    })),
    ...(same || invented.length > 0 ? [] : [{ rule: "redrawn" as const, where: "texts" }]),
  ];
}

type Order = readonly [string, string, number];

/** By quarter, then node, then drawn place. */
function inOrder(a: Order, b: Order): number {
  if (a[0] !== b[0]) return a[0] < b[0] ? -1 : 1;
  if (a[1] !== b[1]) return a[1] < b[1] ? -1 : 1;
  return a[2] - b[2];
}
