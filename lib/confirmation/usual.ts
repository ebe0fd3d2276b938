import { type Quarter, quarterOf, shiftQuarter } from "@/lib/quarters/quarter";
import { upperTail } from "@/lib/turnover/binomial";

/** Departures of a unit in a month, whatever their kind; `here`: those that the import in question brings and that invite. */
export type UnitMonth = {
  readonly unitCode: string;
  readonly month: string;
  readonly n: number;
  readonly here: number;
};

/** How many quarters say what is usual. */
export const QUARTERS_BEFORE = 8;

/** As for every comparison in the product: 2.5 % on the side that is asked about. */
const BEYOND = 0.025;

/** A quarter of a unit beside those before it. `usual` null: nothing is known of earlier quarters. */
export type Compared = {
  readonly unitCode: string;
  readonly quarter: Quarter;
  /** All departures of the quarter that are imported, these among them. */
  readonly now: number;
  /** Those that this import would invite. */
  readonly here: number;
  readonly usual: { readonly mean: number; readonly low: number; readonly high: number } | null;
  /** More than chance gives, compared with the quarters before. */
  readonly many: boolean;
};

type Sums = ReadonlyMap<string, { readonly n: number; readonly here: number }>;

const keyOf = (unitCode: string, quarter: Quarter) => `${unitCode}\n${quarter}`;

function byQuarter(months: readonly UnitMonth[]): Sums {
  const sums = new Map<string, { n: number; here: number }>();
  for (const { unitCode, month, n, here } of months) {
    const key = keyOf(unitCode, quarterOf(`${month}-01`));
    const sum = sums.get(key) ?? { n: 0, here: 0 };
    sums.set(key, { n: sum.n + n, here: sum.here + here });
  }
  return sums;
}

/**
 * Exact conditional test of two Poisson counts (Przyborowski & Wilenski 1940): of all departures, this quarter's
 * are binomial with one share in (quarters + 1) when nothing has changed.
 */
function isMany(now: number, before: readonly number[]): boolean {
  if (before.length === 0) return false;
  const sum = before.reduce((a, b) => a + b, 0);
  return upperTail(sum + now, now, 1 / (before.length + 1)) <= BEYOND;
}

function compared(
  [unitCode, quarter]: readonly [string, Quarter],
  sums: Sums,
  first: Quarter,
): Compared {
  const at = (one: Quarter) => sums.get(keyOf(unitCode, one));
  const before = Array.from({ length: QUARTERS_BEFORE }, (_, i) => shiftQuarter(quarter, -1 - i))
    .filter((one) => one >= first)
    .map((one) => at(one)?.n ?? 0);
  const { n: now, here } = at(quarter) ?? { n: 0, here: 0 };
  const mean = before.reduce((a, b) => a + b, 0) / before.length;
  const usual =
    before.length === 0 ? null : { mean, low: Math.min(...before), high: Math.max(...before) };
  return { unitCode, quarter, now, here, usual, many: isMany(now, before) };
}

/**
 * Every unit and quarter in which an import would invite somebody, beside the unit's eight quarters before.
 * A quarter before the region's first imported departure says nothing. Ordered by unit code, then quarter.
 */
export function comparedWithUsual(months: readonly UnitMonth[]): readonly Compared[] {
  const sums = byQuarter(months);
  const quarters = months.map(({ month }) => quarterOf(`${month}-01`)).sort();
  const [first] = quarters;
  if (first === undefined) return [];
  const asked = [...sums].filter(([, { here }]) => here > 0).map(([key]) => key);
  return asked.sort().map((key) => {
    const [unitCode = "", quarter = ""] = key.split("\n");
    return compared([unitCode, quarter as Quarter], sums, first);
  });
}
