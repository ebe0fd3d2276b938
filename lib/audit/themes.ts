import type { Leak, LeakRule } from "./leak";
import { type Distance, isExact, isTooNear, readNoise } from "./noise";
import { nameOfThemes, type Published, type Readings, type Round } from "./published";
import { ordinal } from "./quarters";
import type { Themes } from "./shapes";

const REGION = "region";
const SERIES = ["leaver", "retiree", "mover"];
const NO_TEXT = "no-text";

/** People in a table, and people of it who wrote. */
const [SMALLEST, FEWEST_TEXTS] = [30, 10];

/** Under this many counts all may be divisible by five by chance. */
const COUNTS_TO_TELL = 30;

/** What was read of comments: sizes, places, codes, noise, that nobody is counted twice, and what was told. */
export function themeLeaks({ rounds, readings }: Published): readonly Leak[] {
  const single = readings.themes.flatMap((table) => {
    const where = nameOfThemes(table);
    return tableRules(table, rounds, readings).map((rule) => ({ rule, where }));
  });
  return [
    ...single,
    ...twiceLeaks(readings.themes, rounds),
    ...readingLeaks(readings),
    ...toldLeaks(readings),
  ];
}

function tableRules(
  table: Themes,
  rounds: readonly Round[],
  { codeBook }: Readings,
): readonly LeakRule[] {
  const { node, series, from, to, n, counts } = table;
  const until = rounds.filter(({ at }) => at <= ordinal(to));
  if (!until.some(({ quarter }) => quarter === to)) return ["unknown-round"];
  const pictured = until.some(({ tree }) =>
    tree.pictured.some((group) => node === `group:${group}`),
  );
  const placed = (node === REGION || pictured) && SERIES.includes(series);
  const known = Object.keys(counts).every((code) => codeBook.has(code));
  const first = until[0]?.at ?? 0;
  const wrongSpan = ordinal(from) > ordinal(to) || ordinal(from) < first;
  return [
    ...(n < SMALLEST ? ["too-few" as const] : []),
    ...(placed ? [] : ["unknown-place" as const]),
    ...(wrongSpan ? ["wrong-span" as const] : []),
    ...(known && Object.hasOwn(counts, NO_TEXT) ? [] : ["wrong-codes" as const]),
  ];
}

/**
 * A reading takes all that waits at its node, so the next one there begins after it. Only the region may reach
 * further back, as far as to the first round that pictured a group: it takes what a group never gathered enough of.
 */
function twiceLeaks(themes: readonly Themes[], rounds: readonly Round[]): readonly Leak[] {
  const groups =
    rounds.find(({ tree }) => tree.pictured.length > 0)?.at ?? Number.POSITIVE_INFINITY;
  const ended = new Map<string, number>();
  return themes
    .toSorted((a, b) => ordinal(a.to) - ordinal(b.to))
    .flatMap((table) => {
      const key = `${table.node} ${table.series}`;
      const before = ended.get(key) ?? 0;
      ended.set(key, ordinal(table.to));
      const from = ordinal(table.from);
      const early = from <= before && (table.node !== REGION || from < groups);
      const again = before === ordinal(table.to) || early;
      return again ? [{ rule: "counted-twice" as const, where: nameOfThemes(table) }] : [];
    });
}

/** Tables of one reading beside the number of comments that the log says were opened for it. */
function readingLeaks({ themes, opened }: Readings): readonly Leak[] {
  const readings = [...new Set(themes.map(({ to }) => to))].map((quarter) => {
    const tables = themes.filter(({ to }) => to === quarter);
    return { quarter, tables, comments: opened.get(quarter) ?? 0 };
  });
  const off: readonly Distance[] = readings.map(({ tables, comments }) =>
    silentOff(tables, comments),
  );
  const noise = isExact(off) || isTooNear(off);
  return [
    ...readings.flatMap(({ quarter, tables, comments }) =>
      readingRules(tables, comments).map((rule) => ({ rule, where: `reading ${quarter}` })),
    ),
    ...(noise ? [{ rule: "noise-missing" as const, where: "all themes" }] : []),
  ];
}

function readingRules(tables: readonly Themes[], comments: number): readonly LeakRule[] {
  const codes = new Set(tables.map(({ counts }) => Object.keys(counts).sort().join(" ")));
  const counts = tables.flatMap((table) => Object.values(table.counts));
  const people = tables.reduce((sum, { n }) => sum + n, 0);
  const rounded = counts.length >= COUNTS_TO_TELL && counts.every((count) => count % 5 === 0);
  return [
    ...(comments < tables.length * FEWEST_TEXTS ? ["too-few" as const] : []),
    ...(comments > people ? ["too-many-counted" as const] : []),
    // A theme that is left out because nobody wrote of it would be a count without noise.
    ...(codes.size > 1 ? ["wrong-codes" as const] : []),
    ...(rounded ? ["rounded" as const] : []),
  ];
}

/** How far those who wrote nothing are from what n and the log say of them together. */
function silentOff(tables: readonly Themes[], comments: number): Distance {
  const silent = tables.reduce((sum, { counts }) => sum + (counts[NO_TEXT] ?? 0), 0);
  const people = tables.reduce((sum, { n }) => sum + n, 0);
  return { off: silent - (people - comments), variance: tables.length * readNoise };
}

/** Paraphrases: only where a table is, in places without a gap, and no more than comments. */
function toldLeaks({ themes, paraphrases, opened }: Readings): readonly Leak[] {
  const keys = [...new Set(paraphrases.map(({ node, to }) => `${node} ${to}`))];
  const placed = keys.flatMap((key): readonly Leak[] => {
    const where = `paraphrases ${key}`;
    const own = paraphrases.filter(({ node, to }) => `${node} ${to}` === key);
    const places = own.map(({ place }) => place).sort((a, b) => a - b);
    const table = themes.some(({ node, to }) => `${node} ${to}` === key);
    return [
      ...(table ? [] : [{ rule: "unknown-place" as const, where }]),
      ...(places.every((place, i) => place === i + 1)
        ? []
        : [{ rule: "wrong-shape" as const, where }]),
    ];
  });
  const many = [...new Set(paraphrases.map(({ to }) => to))].filter(
    (quarter) => paraphrases.filter(({ to }) => to === quarter).length > (opened.get(quarter) ?? 0),
  );
  return [
    ...placed,
    ...many.map((to) => ({ rule: "too-many-counted" as const, where: `paraphrases ${to}` })),
  ];
}
