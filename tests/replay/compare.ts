import type { Ledger } from "./ledger";
import type { Drawn } from "./noise";
import type { Counts, ReleasedAtom, ReleasedCell } from "./released";

type Shown = ReleasedAtom["items"][string];

/** What a reader is told of a value: at a bound it is never more than a bound. */
function label(value: number, low: number, high: number): string {
  if (value <= low) return `at most ${value}`;
  return value >= high ? `at least ${value}` : String(value);
}

/** Every figure of an item, in words. */
function figures(id: string, item: Shown): Readonly<Record<string, string>> {
  const { low, high } = item;
  if (item.kind === "scale") {
    return { [`${id} n`]: String(item.n), [`${id} sum`]: label(item.sum, low, high) };
  }
  const counts = Object.entries(item.counts);
  return Object.fromEntries(
    counts.map(([name, count]) => [`${id} ${name}`, label(count, low, high)]),
  );
}

const head = ({ from, to, n, k, c }: ReleasedAtom) => ({ from, to, n, k, c });

/** Everything an atom says, by name. */
function sayings(atom: ReleasedAtom | undefined): Readonly<Record<string, string>> {
  if (!atom) return {};
  const items = Object.entries(atom.items).map(([id, item]) => figures(id, item));
  const facts = Object.entries(head(atom)).map(([name, value]) => [name, String(value)]);
  return Object.assign({}, Object.fromEntries(facts), ...items);
}

function differences(expected: Readonly<Record<string, string>>, got: typeof expected): string[] {
  const names = [...new Set([...Object.keys(expected), ...Object.keys(got)])];
  return names
    .filter((name) => expected[name] !== got[name])
    .map((name) => `${name}: released ${got[name] ?? "nothing"}, from the file ${expected[name]}`);
}

const atomName = ({ unit, series }: ReleasedAtom) => `${unit} ${series}`;
const cellName = ({ slice, node, series }: ReleasedCell) => `${node} ${series} ${slice}`;

/** Whether one list has what the other has: nothing is missing, nothing was made up. */
function sameNames(expected: readonly string[], got: readonly string[]): string[] {
  const missing = expected.filter((name) => !got.includes(name));
  const extra = got.filter((name, i) => !expected.includes(name) || got.indexOf(name) !== i);
  return [
    ...missing.map((name) => `${name} is missing`),
    ...extra.map((name) => `${name} should not be there`),
  ];
}

/** Units' results: every figure and every label, exactly. */
export function compareAtoms(
  ledger: Ledger,
  quarter: string,
  expected: readonly ReleasedAtom[],
  released: readonly ReleasedAtom[],
): void {
  const wrong = sameNames(expected.map(atomName), released.map(atomName));
  ledger.hold(quarter, "which units have results", `${expected.length} results`, wrong);
  for (const atom of expected) {
    const other = released.find((one) => atomName(one) === atomName(atom));
    const said = sayings(atom);
    const values = Object.values(said);
    const bounds = values.filter((value) => value.startsWith("at ")).length;
    const compared = `n = ${atom.n}, ${values.length} figures, ${bounds} of them at a bound`;
    ledger.hold(quarter, `result ${atomName(atom)}`, compared, differences(said, sayings(other)));
  }
}

function drawnFrom(exact: Counts, noised: Counts | undefined, alpha: number): Drawn[] {
  return Object.entries(exact).map(([code, count]) => ({
    alpha,
    difference: (noised?.[code] ?? Number.NaN) - count,
  }));
}

type Alpha = (item: string, twoTables: boolean) => number;

/** The differences of all counts of a cell, and what is amiss with its shape. */
function heldAgainst(exact: ReleasedCell, got: ReleasedCell | undefined, alphaOf: Alpha) {
  const facts = (cell: ReleasedCell | undefined) => ({
    from: String(cell?.from),
    n: String(cell?.n),
    items: Object.keys(cell?.items ?? {})
      .sort()
      .join(" "),
  });
  const wrong = differences(facts(exact), facts(got));
  const drawn: Drawn[] = [];
  for (const [id, { options, classes }] of Object.entries(exact.items)) {
    const other = got?.items[id];
    const alpha = alphaOf(id, classes !== undefined);
    drawn.push(...drawnFrom(options, other?.options, alpha));
    if (classes) drawn.push(...drawnFrom(classes, other?.classes, alpha));
    const codes = (counts: Counts | undefined) =>
      Object.keys(counts ?? {})
        .sort()
        .join(" ");
    if (codes(options) !== codes(other?.options)) wrong.push(`${id}: other options`);
    if (codes(classes) !== codes(other?.classes)) wrong.push(`${id}: other classes`);
  }
  return { drawn, wrong };
}

/** Pictures: which people they are of exactly, their counts as far as noise may move them. */
export function compareCells(
  ledger: Ledger,
  quarter: string,
  expected: readonly ReleasedCell[],
  released: readonly ReleasedCell[],
  alphaOf: Alpha,
): Drawn[] {
  const names = sameNames(expected.map(cellName), released.map(cellName));
  ledger.hold(quarter, "which pictures there are", `${expected.length} pictures`, names);
  return expected.flatMap((cell) => {
    const other = released.find((one) => cellName(one) === cellName(cell));
    const { drawn, wrong } = heldAgainst(cell, other, alphaOf);
    const equal = drawn.filter(({ difference }) => difference === 0).length;
    const exact = equal === drawn.length ? ["every count is exact: no noise was added"] : [];
    const compared = `n = ${cell.n}, ${drawn.length} counts, ${equal} of them exact`;
    ledger.hold(quarter, `picture ${cellName(cell)}`, compared, [...wrong, ...exact]);
    return drawn;
  });
}
