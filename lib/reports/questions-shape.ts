import { z } from "zod";
import { figureSchema } from "@/lib/reports/figure-shape";

/** Every question that may be shown, also those that the report's sentences do not speak of. */

const quarter = z.string().regex(/^\d{4}-Q[1-4]$/);
const localized = z.record(z.string(), z.string());

/** A question with its options, or its classes where a table shows those: words for the codes. */
const asked = z.strictObject({
  item: z.string(),
  text: localized,
  answers: z.array(z.strictObject({ code: z.string(), name: localized })),
});

/** The people of a sum of pictures, what they answered, and how wide the noise is. */
const table = z.strictObject({
  /** `answers`: over the report's year. `reasons`: over the rounds of reasons. `background`: who answered. */
  kind: z.enum(["answers", "reasons", "background"]),
  /** `region` or `group:…`. */
  node: z.string(),
  name: z.string(),
  series: z.enum(["leaver", "retiree", "mover"]),
  from: quarter,
  to: quarter,
  people: figureSchema,
  /** `H1`: its mean, without a code, or a class's share. `H1-options`: how many chose an option. */
  figures: z.array(
    z.strictObject({ item: z.string(), code: z.string().optional(), figure: figureSchema }),
  ),
  /** Half the width of the noise (95 of 100 times), in the figure's own measure. */
  widths: z.array(z.strictObject({ item: z.string(), width: z.number() })),
});

export const questionsSchema = z.strictObject({
  asked: z.array(asked),
  tables: z.array(table),
});

export type QuestionsPart = z.infer<typeof questionsSchema>;
export type QuestionTable = QuestionsPart["tables"][number];

/** What a figure is counted in, by the item's name and whether it is of a code. */
export function measureOf(item: string, code: string | undefined): "answers" | "percent" | "mean" {
  if (item.endsWith("-options")) return "answers";
  return code === undefined ? "mean" : "percent";
}
