import { type Quarter, shiftQuarter } from "@/lib/quarters/quarter";
import { flaggedUnits, scopeUnder } from "@/lib/reports/sentences/where";
import type { ReportSnapshot } from "@/lib/reports/snapshot";
import type { ReportPicture } from "@/lib/reports/survey-shape";
import type { ReportUnit } from "@/lib/reports/turnover-shape";

/** A figure with what chance (turnover) or noise (answers) can have made of it; null where it is not shown. */
export type Spanned = { readonly n: number; readonly low: number; readonly high: number } | null;

/** `up`, `down`: the spans do not meet. `chance`: they do. `unknown`: one of the two is not there. */
export type Moved = "up" | "down" | "chance" | "unknown";

/** Shares and indices lie within 0 and 100. */
const about = (n: number, width: number): Spanned => {
  return { n, low: Math.max(n - width, 0), high: Math.min(n + width, 100) };
};

type Widths = NonNullable<ReportPicture["width"]>;

/** As wide as the report itself says: silence is a share of fewer people, which the first reports did not tell. */
function widthOf({ share, index, silence = share }: Widths, of: "avoidable" | "silence" | "hme") {
  return { avoidable: share, silence, hme: index }[of];
}

/** The region's share or index that the leavers' picture shows. */
function pictured({ survey }: ReportSnapshot, of: "avoidable" | "silence" | "hme"): Spanned {
  const [whole] = survey.pictures;
  const figure = of === "hme" ? whole?.hme.total : whole?.[of];
  const width = whole?.width == null ? undefined : widthOf(whole.width, of);
  return figure?.kind === "about" && width !== undefined ? about(figure.n, width) : null;
}

function regionRate({ turnover }: ReportSnapshot): Spanned {
  const rate = turnover.region.last12.rates[turnover.policy.reading];
  return rate.kind === "rate"
    ? { n: 100 * rate.value, low: 100 * rate.lower, high: 100 * rate.upper }
    : null;
}

/** Figures that carry an uncertainty, each over twelve months or four rounds. */
export const UNCERTAIN = {
  rate: regionRate,
  avoidable: (snapshot) => pictured(snapshot, "avoidable"),
  silence: (snapshot) => pictured(snapshot, "silence"),
  hme: (snapshot) => pictured(snapshot, "hme"),
} as const satisfies Record<string, (snapshot: ReportSnapshot) => Spanned>;

const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);

/** Units of other kinds than the motion speaks of, under one verdict. */
const othersUnder = ({ turnover }: ReportSnapshot, word: ReportUnit["verdict"]["word"]) =>
  turnover.units.filter((unit) => !unit.inScope && unit.verdict.word === word);

/** What is counted and not estimated: as the reports tell it, in scope first and then the others. */
export const COUNTED = {
  flagged: (snapshot) => flaggedUnits(snapshot).length,
  prioritise: (snapshot) => scopeUnder(snapshot, "prioritise").length,
  signal: (snapshot) => scopeUnder(snapshot, "new-signal").length,
  othersPrioritise: (snapshot) => othersUnder(snapshot, "prioritise").length,
  othersSignal: (snapshot) => othersUnder(snapshot, "new-signal").length,
  taking: ({ programme }) => sum(programme.map(({ takingPart }) => takingPart)),
  own: ({ programme }) => sum(programme.map(({ own }) => own)),
} as const satisfies Record<string, (snapshot: ReportSnapshot) => number>;

/** A year, and a quarter more to compare with the year before. */
const SHOWN = 5;

/** The reports of a year up to a quarter, oldest first: the first and the last have no answers and no month in common. */
export function yearOfReports(
  snapshots: readonly ReportSnapshot[],
  to: Quarter,
): readonly ReportSnapshot[] {
  const from = shiftQuarter(to, 1 - SHOWN);
  return snapshots
    .filter(({ quarter }) => from <= quarter && quarter <= to)
    .toSorted((a, b) => a.quarter.localeCompare(b.quarter));
}

/** How a figure moved: only when the two spans do not meet has it moved at all. */
export function movedBetween(before: Spanned, now: Spanned): Moved {
  if (before === null || now === null) return "unknown";
  if (before.high < now.low) return "up";
  return now.high < before.low ? "down" : "chance";
}

/** What the last report shown is compared with: the one a year earlier, which has nothing in common with it. */
export function yearEarlier(
  shown: readonly ReportSnapshot[],
  to: Quarter,
): ReportSnapshot | undefined {
  return shown.find(({ quarter }) => quarter === shiftQuarter(to, 1 - SHOWN));
}

/** How the motion's list moved between two reports: `others`, as many but not the same units. */
export type ListMoved = "number" | "others" | "same";

/** Compares the units on the list, not only their number. */
export function listMoved(before: ReportSnapshot, now: ReportSnapshot): ListMoved {
  const [was, is] = [before, now].map((report) => flaggedUnits(report).map(({ code }) => code));
  if (was?.length !== is?.length) return "number";
  return is?.every((code) => was?.includes(code)) ? "same" : "others";
}

export type NamedUnit = Pick<ReportUnit, "code" | "name" | "inScope">;

/** Every unit that any of the reports names, alphabetical, å ä ö last; under the name they had last. */
export function namedUnits(shown: readonly ReportSnapshot[]): readonly NamedUnit[] {
  const all = shown.flatMap(({ turnover }) => turnover.units);
  const last = new Map(all.map(({ code, name, inScope }) => [code, { code, name, inScope }]));
  return [...last.values()].toSorted((a, b) => new Intl.Collator("sv").compare(a.name, b.name));
}
