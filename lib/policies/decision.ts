import { LONGEST_REASON, openQuarters } from "@/lib/programme/decision";
import { type Day, isQuarter, type Quarter } from "@/lib/quarters/quarter";
import { RULE_READINGS, type RuleReading } from "@/lib/turnover/policy";

/** A decision on the motion's rule; `after` is the last one that whoever decides has seen (0: none). */
export type RuleDraft = {
  /** At least this turnover per year (0.1 = 10 %). */
  readonly threshold: number;
  readonly years: number;
  /** Which reading of the rule raises the flag. */
  readonly rule: RuleReading;
  readonly fromQuarter: Quarter;
  readonly reason: string;
  readonly after: number;
};

export const RULE_FIELDS = ["threshold", "years", "rule", "from", "reason"] as const;
export type RuleField = (typeof RULE_FIELDS)[number];

/** What was typed, so that nothing is lost when something must be changed. */
export type TypedRule = Readonly<Record<RuleField | "after", string>>;

/** Per cent: below one, everybody is flagged; above fifty, nobody. Years: as far back as headcounts are asked for. */
export const PERCENT = { least: 1, most: 50 } as const;
export const YEARS = { least: 1, most: 10 } as const;

function numberIn(typed: string, { least, most }: { least: number; most: number }): number | null {
  const text = typed.trim().replace(",", ".").replace(/\s*%$/, "");
  const value = /^\d{1,3}(\.\d)?$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : null;
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
  const read = { threshold: percent, years, rule, from, reason };
  if (percent === null || years === null || rule === null || from === null || reason === null) {
    return { wrong: RULE_FIELDS.filter((field) => read[field] === null) };
  }
  const after = Number(typed.after);
  return {
    draft: {
      ...{ threshold: Math.round(percent * 10) / 1000, years, rule, fromQuarter: from, reason },
      after: Number.isInteger(after) ? after : 0,
    },
  };
}

/** A decision as it is stored, as far as it says what holds. */
type Kept = Omit<RuleDraft, "after" | "fromQuarter" | "rule"> & {
  readonly rule: string;
  readonly number: number;
  readonly fromQuarter: string;
};

/** `changed`: somebody else decided meanwhile. `begun`: the quarter has begun since. `decided`: it stands already. */
export type RuleStanding = "new" | "decided" | "changed" | "begun";

/** Whether a draft may be added after the last decision. A form that was sent twice is one decision. */
export function ruleStanding(last: Kept | null, draft: RuleDraft, today: Day): RuleStanding {
  if ((last?.number ?? 0) !== draft.after) {
    const same =
      last?.number === draft.after + 1 &&
      last.fromQuarter === draft.fromQuarter &&
      last.threshold === draft.threshold &&
      last.years === draft.years &&
      last.rule === draft.rule &&
      last.reason === draft.reason;
    return same ? "decided" : "changed";
  }
  return openQuarters(today).includes(draft.fromQuarter) ? "new" : "begun";
}
