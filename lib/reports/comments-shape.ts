import { z } from "zod";
import { figureSchema } from "@/lib/reports/figure-shape";

const quarter = z.string().regex(/^\d{4}-Q[1-4]$/);

/** What people wrote about, in a group: people by theme, and those who wrote nothing. */
const table = z.strictObject({
  /** `region` or `group:…`. */
  node: z.string(),
  name: z.string(),
  series: z.enum(["leaver", "retiree", "mover"]),
  from: quarter,
  to: quarter,
  people: figureSchema,
  /** In the code book's order, with the names they had then. */
  themes: z.array(
    z.strictObject({
      code: z.string(),
      name: z.record(z.string(), z.string()),
      figure: figureSchema,
    }),
  ),
  /** Half the width of the noise (95 of 100 times), people. */
  width: z.number(),
});

/** What was made of comments by two readers each. */
export const commentsSchema = z.strictObject({
  tables: z.array(table),
  told: z.array(
    z.strictObject({ node: z.string(), name: z.string(), to: quarter, text: z.string() }),
  ),
});

export type CommentsPart = z.infer<typeof commentsSchema>;
