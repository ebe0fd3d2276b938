import { z } from "zod";

const figure = z.union([
  z.strictObject({ kind: z.enum(["count", "at-most", "at-least", "about"]), n: z.number() }),
  z.strictObject({ kind: z.literal("withheld"), reason: z.string() }),
]);
const named = z.object({ code: z.string(), figure });
const span = { from: z.string().nullable(), to: z.string().nullable() };

/** What a report prints of answers; it holds more. */
export const reportShape = z.object({
  quarter: z.string(),
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
      }),
    ),
    reasonSpan: z.object({ people: figure }),
    reasons: z.array(z.object({ code: z.string(), main: figure, more: figure })),
    levers: z.array(named),
    results: z.array(
      z.object({
        code: z.string(),
        ...span,
        people: figure,
        classes: z.array(named),
        hme: z.record(z.string(), figure),
      }),
    ),
  }),
});

export type Printed = z.infer<typeof figure>;
export type PrintedSurvey = z.infer<typeof reportShape>["survey"];
