import { z } from "zod";
import { SCOPES } from "@/lib/programme/scope";
import { ANSWERS_MISSING } from "@/lib/reports/answers-missing";
import { commentsSchema } from "@/lib/reports/comments-shape";
import { figureSchema } from "@/lib/reports/figure-shape";
import { surveySchema } from "@/lib/reports/survey-shape";
import { talksSchema } from "@/lib/reports/talks-part";
import { turnoverSchema } from "@/lib/reports/turnover-shape";

const quarter = z.string().regex(/^\d{4}-Q[1-4]$/);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** One step on the way to all units: the units of one kind. */
const step = z.strictObject({
  kind: z.string(),
  units: z.int(),
  takingPart: z.int(),
  /** Resigned or retired in the last twelve months: those who are always invited. */
  leavers: z.int(),
  /** Answers a year at the planning response rate. */
  planned: z.int(),
  /** Units that have a result of their own now, and that can be expected to within so many years from here. */
  own: z.int(),
  within: z.strictObject({ one: z.int(), three: z.int(), five: z.int() }),
});

/**
 * A quarterly report: all that its page, files and addresses show, frozen. Structured data and figures,
 * never sentences: those are written from the catalogues, in each language.
 */
export const snapshotSchema = z.strictObject({
  schema: z.literal("sorti-report/1"),
  quarter,
  /** The day the calendar fixed; explanations and actions are told as of it. */
  due: day,
  region: z.string(),
  operator: z.string(),
  /** What the round's limits promise. */
  promise: z.strictObject({
    atom: z.int(),
    item: z.int(),
    cell: z.int(),
    rareReason: z.int(),
    text: z.int(),
    colleague: z.boolean(),
    odds: z.int(),
  }),
  /** Why the quarter's own answers are not in it; absent when they are. */
  answersMissing: z.enum(ANSWERS_MISSING).optional(),
  turnover: turnoverSchema,
  survey: surveySchema,
  /** Absent while no comments have been read. */
  comments: commentsSchema.optional(),
  /** Readings of comments that were given up in the report's year, their key lost; absent when there are none. */
  readingsLost: z.array(z.strictObject({ quarter, comments: z.int() })).optional(),
  /** Those who resigned or retired, and answers of the whole round; oldest first, the last four. */
  participation: z.array(z.strictObject({ quarter, leavers: z.int(), received: figureSchema })),
  /** Absent in reports from before they were told. */
  talks: talksSchema.optional(),
  programme: z.array(step),
  /** Steps decided for later quarters, with how many units then take part; absent when there are none. */
  coming: z
    .array(z.strictObject({ from: quarter, scope: z.enum(SCOPES), units: z.int() }))
    .optional(),
  /** The five years after the report's quarter, by what is decided; absent in reports from before it was told. */
  rollOut: z
    .array(
      z.strictObject({
        quarter,
        units: z.int(),
        /** All units that can be shown then, also those that take part no more. */
        own: z.int(),
        /** Those of them that take part; absent in reports from before it was told. */
        ownTaking: z.int().optional(),
      }),
    )
    .optional(),
  comment: z.strictObject({ who: z.string(), writtenOn: day, text: z.string() }).nullable(),
});

export type ReportSnapshot = z.infer<typeof snapshotSchema>;
export type HrComment = NonNullable<ReportSnapshot["comment"]>;
export type ProgrammeStep = z.infer<typeof step>;

/** A snapshot as it was published. */
export type PublishedReport = {
  readonly version: number;
  readonly publishedOn: string;
  /** Why there is a new version; null for the first. */
  readonly note: string | null;
  /** SHA-256 of the snapshot's canonical JSON, hex; stands in the public log. */
  readonly hash: string;
  readonly snapshot: ReportSnapshot;
};
