import { FURTHER_KINDS, type FurtherKind, furtherKinds } from "@/lib/invitations/whom-to-invite";
import { LONGEST_REASON, openQuarters } from "@/lib/programme/decision";
import { type Day, isQuarter, lastDayOf, type Quarter, quarterOf } from "@/lib/quarters/quarter";
import { RULE_READINGS, type RuleReading } from "@/lib/turnover/policy";

/** A decision on the motion's rule and on whom to invite; `after` is the last one that whoever decides has seen (0: none). */
export type RuleDraft = {
  /** At least this turnover per year (0.1 = 10 %). */
  readonly threshold: number;
  readonly years: number;
  /** Which reading of the rule raises the flag. */
  readonly rule: RuleReading;
  /** Invited beside those who resign or retire. */
  readonly kinds: readonly FurtherKind[];
  readonly fromQuarter: Quarter;
  readonly reason: string;
  readonly after: number;
};

export const RULE_FIELDS = ["threshold", "years", "rule", "kinds", "from", "reason"] as const;
export type RuleField = (typeof RULE_FIELDS)[number];

/** What was typed, so that nothing is lost when something must be changed; `kinds`: with commas between. */
export type TypedRule = Readonly<Record<RuleField | "after", string>>;

/** Per cent: below one, everybody is flagged; above fifty, nobody. Years: as far back as headcounts are asked for. */
export const PERCENT = { least: 1, most: 50 } as const;
export const YEARS = { least: 1, most: 10 } as const;

function numberIn(typed: string, { least, most }: { least: number; most: number }): number | null {
  const text = typed.trim().replace(",", ".").replace(/\s*%$/, "");
  const value = /^\d{1,3}(\.\d)?$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : null;
}

/** Each kind once, in the list's order; null when something else is named. */
function kindsIn(typed: string): readonly FurtherKind[] | null {
  const named = typed.split(",").flatMap((one) => one.trim() || []);
  const kinds = FURTHER_KINDS.filter((kind) => named.includes(kind));
  return named.every((one) => kinds.some((kind) => kind === one)) ? kinds : null;
}

type Read = Readonly<Record<RuleField, unknown>>;

/** Nothing must be changed. */
function isWhole<T extends Read>(read: T): read is { [K in keyof T]: NonNullable<T[K]> } & T {
  return RULE_FIELDS.every((field) => read[field] !== null);
}

/** Reads a filled-in decision; or which fields must be changed. */
export function readRule(
  typed: TypedRule,
  today: Day,
): { readonly draft: RuleDraft } | { readonly wrong: readonly RuleField[] } {
  const percent = numberIn(typed.threshold, PERCENT);
  const whole = numberIn(typed.years, YEARS);
  const years = whole !== null && Number.isInteger(whole) ? whole : null;
  const rule = RULE_READINGS.find((one) => one === typed.rule) ?? null;
  const from = openQuarters(today).find((one) => one === typed.from && isQuarter(one)) ?? null;
  const given = typed.reason.trim();
  const reason = given.length > 0 && given.length <= LONGEST_REASON ? given : null;
  const read = { threshold: percent, years, rule, kinds: kindsIn(typed.kinds), from, reason };
  if (!isWhole(read)) return { wrong: RULE_FIELDS.filter((field) => read[field] === null) };
  const after = Number(typed.after);
  return {
    draft: {
      ...{ threshold: Math.round(read.threshold * 10) / 1000, years: read.years, rule: read.rule },
      ...{ kinds: read.kinds, fromQuarter: read.from, reason: read.reason },
      after: Number.isInteger(after) ? after : 0,
    },
  };
}

/** A signed round, and the kinds of leaving that it counts apart. */
export type SignedSeries = { readonly quarter: Quarter; readonly series: readonly string[] };

/** A decision as it is stored, as far as it says what holds. */
type Kept = Pick<RuleDraft, "threshold" | "years" | "reason"> & {
  readonly inviteMovers: boolean;
  readonly employerSide: readonly string[];
  readonly rule: string;
  readonly number: number;
  readonly fromQuarter: string;
};

/**
 * `changed`: somebody else decided meanwhile. `begun`: the quarter has begun since. `decided`: it stands
 * already. `signed`: a round of those quarters is signed without a place for those who move within the region.
 */
export type RuleStanding = "new" | "decided" | "changed" | "begun" | "signed";

/** Whether a draft may be added after the last decision. A form that was sent twice is one decision. */
export function ruleStanding(
  last: Kept | null,
  draft: RuleDraft,
  today: Day,
  signed: readonly SignedSeries[] = [],
): RuleStanding {
  if ((last?.number ?? 0) !== draft.after) {
    const same =
      last?.number === draft.after + 1 &&
      last.fromQuarter === draft.fromQuarter &&
      last.threshold === draft.threshold &&
      last.years === draft.years &&
      last.rule === draft.rule &&
      furtherKinds(last).join() === draft.kinds.join() &&
      last.reason === draft.reason;
    return same ? "decided" : "changed";
  }
  if (!openQuarters(today).includes(draft.fromQuarter)) return "begun";
  if (!draft.kinds.includes("internal_move")) return "new";
  const without = ({ quarter, series }: SignedSeries) =>
    quarter >= draft.fromQuarter && !series.includes("mover");
  return signed.some(without) ? "signed" : "new";
}

/** Whom the rule that holds on a day invites beside those who resign or retire. `rows`: the newest first. */
export function kindsAt(
  rows: readonly (Pick<Kept, "inviteMovers" | "employerSide"> & { readonly fromQuarter: string })[],
  today: Day,
): readonly FurtherKind[] {
  const quarter = quarterOf(today);
  const inForce = rows.find(({ fromQuarter }) => fromQuarter <= quarter);
  return inForce === undefined ? [] : furtherKinds(inForce);
}

/** The last day that a decision taken now can be about. What holds then is what was decided last, begun or not. */
export const decidedAhead = (today: Day): Day =>
  lastDayOf(openQuarters(today).at(-1) ?? quarterOf(today));
