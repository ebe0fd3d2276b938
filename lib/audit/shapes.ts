import { z } from "zod";

// The published shapes as a reader knows them, written out again: whatever else a table holds is a leak.

const quarter = z.string().regex(/^\d{4}-Q[1-4]$/);
const counts = z.record(z.string(), z.int());

const bounds = { low: z.int(), high: z.int() };
const scale = z.strictObject({ kind: z.literal("scale"), n: z.int(), sum: z.int(), ...bounds });
const classes = z.strictObject({ kind: z.literal("classes"), counts, ...bounds });

/** A unit's own result. */
export const atomShape = z.strictObject({
  unit: z.string().min(1),
  series: z.string(),
  from: quarter,
  to: quarter,
  n: z.int(),
  k: z.int(),
  c: z.literal([0, 1]),
  items: z.record(z.string(), z.discriminatedUnion("kind", [scale, classes])),
});

/** A picture. */
export const cellShape = z.strictObject({
  slice: z.enum(["answers", "background"]),
  node: z.string(),
  series: z.string(),
  from: quarter,
  to: quarter,
  n: z.int(),
  items: z.record(z.string(), z.strictObject({ options: counts, classes: counts.optional() })),
});

/** What readers of comments counted of one group: people by theme, and those who wrote nothing. */
export const themesShape = z.strictObject({
  node: z.string(),
  series: z.string(),
  from: quarter,
  to: quarter,
  n: z.int(),
  counts,
});

/** What two readers made of a comment: where, and in which drawn place. */
export const paraphraseShape = z.strictObject({
  node: z.string(),
  to: quarter,
  place: z.int().min(1),
  text: z.string().min(1),
});

/** The themes that there are; it holds their names too. */
export const codeBookShape = z.array(
  z.object({ code: z.string(), sensitive: z.boolean().optional() }),
);

/** What a manifest fixes for the disclosure; it holds more. */
export const manifestShape = z.object({
  quarter,
  tree: z.object({ units: z.record(z.string(), z.string()), pictured: z.array(z.string()) }),
  series: z.array(z.string()),
  limits: z.object({ k: z.int().min(5), c: z.literal([0, 1]) }),
  merged: z.record(z.string(), z.string()),
});

const option = z.object({
  code: z.string(),
  class: z.string().optional(),
  noAnswer: z.boolean().optional(),
  sensitive: z.boolean().optional(),
});
const item = z.object({
  id: z.string(),
  type: z.enum(["scale5", "scale10", "single", "grouped", "multi", "text"]),
  slice: z.string(),
  max: z.int().optional(),
  classes: z.record(z.string(), z.string()).optional(),
  options: z.array(option).optional(),
  groups: z.array(z.object({ options: z.array(option) })).optional(),
  index: z.object({ name: z.string(), part: z.string() }).optional(),
});

/** What a questionnaire says of its items; it holds more. */
export const questionnaireShape = z.object({
  sections: z.array(z.object({ items: z.array(item) })),
});

export type Atom = z.infer<typeof atomShape>;
export type AtomItem = Atom["items"][string];
export type Cell = z.infer<typeof cellShape>;
export type CellItem = Cell["items"][string];
export type Themes = z.infer<typeof themesShape>;
export type Paraphrase = z.infer<typeof paraphraseShape>;
export type Manifest = z.infer<typeof manifestShape>;
export type DocumentItem = z.infer<typeof item>;
