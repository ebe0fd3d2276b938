import { z } from "zod";

/** Turnover as the report freezes it. These are employment statistics, not answers: plain numbers. */

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const month = z.string().regex(/^\d{4}-\d{2}$/);
const outcome = z.enum(["flagged", "not-flagged", "too-short", "too-few-staff"]);
const noRate = z.enum(["not-open", "no-headcount", "too-few-staff"]);

/** Departures per person-year (0.1 = 10 %), or why there is none. */
const rate = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("rate"),
    value: z.number(),
    /** 95 % interval. */
    lower: z.number(),
    upper: z.number(),
  }),
  z.strictObject({ kind: z.literal("no-rate"), reason: noRate }),
]);

/** Both readings, always side by side. */
const period = z.strictObject({
  from: month,
  to: month,
  /** Mean number of permanent employees. */
  mean: z.number().nullable(),
  departures: z.strictObject({ external: z.int(), externalExcl: z.int() }),
  rates: z.strictObject({ external: rate, externalExcl: rate }),
});

const comparison = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("compared"),
    observed: z.int(),
    expected: z.number(),
    above: z.enum(["within", "95", "99.8"]),
  }),
  z.strictObject({ kind: z.literal("not-compared"), reason: z.string() }),
]);

const explanation = z.strictObject({
  what: z.string(),
  who: z.string(),
  notedOn: day,
  evidence: z.string(),
  appliesFrom: day,
  expires: day,
  /** On the day the report was due. */
  expired: z.boolean(),
});

const action = z.strictObject({
  what: z.string(),
  who: z.string(),
  decidedOn: day,
  due: day,
  control: z.string(),
  state: z.enum(["planned", "ongoing", "done"]),
  /** When it was signed as having come so far, up to the report's day; absent in reports from before it was told. */
  notedOn: day.optional(),
  begunOn: day.optional(),
  followedUpOn: day.optional(),
  doneOn: day.optional(),
});

const verdictWord = z.enum(["prioritise", "watch", "new-signal", "neither"]);

/** A unit that the report names: flagged, over the limit on the other reading, or more than chance. */
const unit = z.strictObject({
  code: z.string(),
  name: z.string(),
  /** Whether it is of the kind the motion speaks of. */
  inScope: z.boolean(),
  staff: z.int().nullable(),
  years: z.array(z.strictObject({ year: z.int(), ...period.shape })),
  pooled: period,
  breaks: z.array(z.strictObject({ month })),
  rule: z.strictObject({ eachYear: outcome, pooled: outcome }),
  flagged: z.boolean(),
  verdict: z.strictObject({ word: verdictWord, strong: z.boolean() }),
  comparison,
  explanations: z.array(explanation),
  actions: z.array(action),
});

/** A unit whose verdict is another than in the report before; null: it was not there, or is there no more. */
const verdictChange = z.strictObject({
  code: z.string(),
  name: z.string(),
  inScope: z.boolean(),
  from: verdictWord.nullable(),
  to: verdictWord.nullable(),
});

const named = z.strictObject({ code: z.string(), name: z.string() });

export const turnoverSchema = z.strictObject({
  /** Last month that counts. */
  asOf: month,
  policy: z.strictObject({
    definition: z.string(),
    threshold: z.number(),
    years: z.int(),
    rule: z.enum(["each-year", "pooled", "either"]),
    reading: z.enum(["external", "externalExcl"]),
  }),
  /** The kind of unit the motion speaks of; null: the region has none, so every unit is in scope. */
  scope: z.string().nullable(),
  /** Open units in scope. */
  scopeUnits: z.int(),
  /** How many in scope could be compared, and how many chance alone puts above the 95 % limit. */
  compared: z.int(),
  aboveByChance: z.number(),
  region: z.strictObject({
    last12: period,
    change: z
      .strictObject({ direction: z.enum(["up", "down", "same"]), chance: z.boolean() })
      .nullable(),
  }),
  /** Alphabetical, å ä ö last. */
  units: z.array(unit),
  /** What is new since the quarter before, and the day of its report; null in the first report. */
  since: z
    .union([
      z.strictObject({ day, changes: z.array(verdictChange) }),
      // Reports from before every change of verdict was told, and only in scope.
      z.strictObject({ listed: z.array(named), unlisted: z.array(named), signals: z.array(named) }),
    ])
    .nullable(),
});

export type TurnoverPart = z.infer<typeof turnoverSchema>;
export type ReportUnit = z.infer<typeof unit>;
export type ReportPeriod = z.infer<typeof period>;
export type VerdictChange = z.infer<typeof verdictChange>;
export type ReportRate = z.infer<typeof rate>;
export type ReportAction = z.infer<typeof action>;
export type ReportExplanation = z.infer<typeof explanation>;
