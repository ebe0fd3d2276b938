import { z } from "zod";

const figure = z.union([
  z.strictObject({ kind: z.enum(["count", "at-most", "at-least", "about"]), n: z.number() }),
  z.strictObject({ kind: z.literal("withheld"), reason: z.string() }),
]);
const named = z.object({ code: z.string(), figure });
const span = { from: z.string().nullable(), to: z.string().nullable() };

const hme = z.record(z.string(), figure);

/** What a report prints of comments: nothing may stand beside a text but where and when. */
const comments = z.strictObject({
  tables: z.array(
    z.object({ node: z.string(), series: z.string(), people: figure, themes: z.array(named) }),
  ),
  told: z.array(
    z.strictObject({ node: z.string(), name: z.string(), to: z.string(), text: z.string() }),
  ),
});

/** Every question: an item alone is a mean, with a code a class's share, as `…-options` an option's count. */
const questions = z.object({
  tables: z.array(
    z.object({
      kind: z.enum(["answers", "reasons", "background"]),
      node: z.string(),
      series: z.string(),
      people: figure,
      figures: z.array(z.object({ item: z.string(), code: z.string().optional(), figure })),
    }),
  ),
});

/** What a report prints of answers; it holds more. */
export const reportShape = z.object({
  quarter: z.string(),
  /** Why its own quarter's answers are not in it; absent when they are. */
  answersMissing: z.string().optional(),
  survey: z.object({
    from: z.string(),
    pictures: z.array(
      z.object({
        node: z.string(),
        series: z.string(),
        cells: z.int(),
        people: figure,
        classes: z.array(named),
        recommend: z.array(named),
        avoidable: figure,
        silence: figure,
        unheard: figure,
        hme,
      }),
    ),
    reasonSpan: z.object({ people: figure }),
    reasons: z.array(z.object({ code: z.string(), main: figure, more: figure })),
    levers: z.array(named),
    questions: questions.optional(),
    results: z.array(
      z.object({
        code: z.string(),
        ...span,
        people: figure,
        classes: z.array(named),
        hme,
      }),
    ),
  }),
  comments: comments.optional(),
});

export type PrintedComments = z.infer<typeof comments>;
export type Printed = z.infer<typeof figure>;
export type PrintedTable = z.infer<typeof questions>["tables"][number];
export type PrintedSurvey = z.infer<typeof reportShape>["survey"];
