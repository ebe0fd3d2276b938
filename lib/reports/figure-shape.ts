import { z } from "zod";
import type { Figure } from "@/lib/disclosure/figure";

/** A survey figure as it is stored: strict, so that a withheld one cannot carry a number along. */
export const figureSchema: z.ZodType<Figure> = z.union([
  z.strictObject({
    kind: z.enum(["count", "at-most", "at-least", "about"]),
    n: z.number(),
  }),
  z.strictObject({
    kind: z.literal("withheld"),
    reason: z.enum([
      "too-few",
      "item-too-few",
      "rare-reason",
      "bounds-both-sides",
      "items-missing",
      "no-cell",
    ]),
  }),
]);
