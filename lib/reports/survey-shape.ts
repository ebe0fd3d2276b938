import { z } from "zod";
import { figureSchema } from "@/lib/reports/figure-shape";
import { questionsSchema } from "@/lib/reports/questions-shape";

/** What the answers say. Every number from an answer is a Figure; `cells` and the widths tell of the noise only. */

const quarter = z.string().regex(/^\d{4}-Q[1-4]$/);
/** A text of the questionnaire in every language it has: it must be readable without the questionnaire. */
const localized = z.record(z.string(), z.string());
const hme = z.strictObject({
  total: figureSchema,
  motivation: figureSchema,
  leadership: figureSchema,
  steering: figureSchema,
});
const ofClass = z.strictObject({ code: z.string(), name: localized, figure: figureSchema });

/** The sum of a group's cells over a year. Shares in per cent of those who answered. */
const picture = z.strictObject({
  /** `region` or `group:…`. */
  node: z.string(),
  name: z.string(),
  series: z.enum(["leaver", "retiree", "mover"]),
  /** First and last quarter in which the answers were given; null without a cell. */
  from: quarter.nullable(),
  to: quarter.nullable(),
  cells: z.int(),
  people: figureSchema,
  classes: z.array(ofClass),
  avoidable: figureSchema,
  silence: figureSchema,
  unheard: figureSchema,
  recommend: z.array(ofClass),
  hme,
  /** Half the width of the noise (95 of 100 times): points of a share, points of an index. */
  width: z
    .strictObject({
      share: z.number(),
      index: z.number(),
      /** Of the silent, and of the unheard: of fewer people. Absent in older reports, and where the share is withheld. */
      silence: z.number().optional(),
      unheard: z.number().optional(),
    })
    .nullable(),
});

/** How many chose an option, main reason and further reasons. */
const reason = z.strictObject({
  code: z.string(),
  name: localized,
  class: z.string(),
  main: figureSchema,
  more: figureSchema,
});

const lever = z.strictObject({ code: z.string(), name: localized, figure: figureSchema });

/**
 * Why no forecast is given. `not-in`, `left-out`: the unit does not take part, or not long enough, by what is decided.
 * `nobody-leaves`, `no-rate`: turnover says nothing. `too-slow`: what waits is destroyed before it is enough.
 */
const NO_FORECAST = ["not-in", "left-out", "nobody-leaves", "no-rate", "too-slow"] as const;
export type NoForecast = (typeof NO_FORECAST)[number];

/** A unit's own result, or when there can be one (from turnover, never from what waits). */
const result = z.strictObject({
  code: z.string(),
  name: z.string(),
  from: quarter.nullable(),
  to: quarter.nullable(),
  people: figureSchema,
  classes: z.array(ofClass),
  hme,
  months: z.int().nullable(),
  /** Where there is neither a result nor months; absent in reports from before it was told. */
  never: z.enum(NO_FORECAST).optional(),
});

export const surveySchema = z.strictObject({
  /** The last four rounds. */
  from: quarter,
  to: quarter,
  /** Leavers of the region and of each group that has a picture; retirees of the region. */
  pictures: z.array(picture),
  /** The rounds that single reasons and levers are counted over, at most twelve. */
  reasonSpan: z.strictObject({
    from: quarter.nullable(),
    to: quarter.nullable(),
    people: figureSchema,
  }),
  /** Leavers of the region, in the questionnaire's order; widths in answers. */
  reasons: z.array(reason),
  reasonWidth: z.strictObject({ main: z.number(), more: z.number() }).nullable(),
  levers: z.array(lever),
  leverWidth: z.number().nullable(),
  /** Every question that may be shown; absent in reports from before they were told. */
  questions: questionsSchema.optional(),
  /** Units that are named in the report or have a result of their own, alphabetical. */
  results: z.array(result),
});

export type SurveyPart = z.infer<typeof surveySchema>;
export type ReportPicture = z.infer<typeof picture>;
export type ReportResult = z.infer<typeof result>;
export type ReportReason = z.infer<typeof reason>;
