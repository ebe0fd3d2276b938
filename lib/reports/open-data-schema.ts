import { z } from "zod";
import { UNIT_DIGITS, type UnitOfMeasure } from "@/lib/reports/row";

const units = Object.keys(UNIT_DIGITS) as [UnitOfMeasure, ...UnitOfMeasure[]];

const localized = z.record(z.string(), z.string());

const place = {
  id: z.string().describe("Stable: the same place in another quarter's report has the same id."),
  section: z.enum(["turnover", "answers", "results", "participation", "programme"]),
  of: z.string().describe("region, group:…, unit:…, kind:… or a quarter."),
  name: z.string().describe("The same in words, in Swedish."),
  series: z.string().describe("leaver, retiree or mover; empty where the figure is of all."),
  item: z.string().describe("A question's code or a measure; see /reports/definitions."),
  measure: z.string().describe("A class, an option or a reading; empty for the item as a whole."),
  unit: z.enum(units).describe("What the value is counted in."),
  period: z.string().describe("Year, quarter, or first/last month or quarter."),
};

const shown = z.strictObject({
  ...place,
  kind: z
    .enum(["count", "at-most", "at-least", "about"])
    .describe("count: exactly. at-most, at-least: a bound. about: noised once and rounded."),
  value: z.number(),
});

const withheld = z.strictObject({
  ...place,
  kind: z.literal("withheld"),
  reason: z.string().describe("Why it is not shown; there is no value anywhere."),
});

const told = z.strictObject({
  ...place,
  item: z.enum(["paraphrase", "action", "explanation"]),
  unit: z.literal("text"),
  kind: z.literal("text"),
  text: z
    .string()
    .describe(
      "paraphrase: what two readers made of a comment, in their words, never the comment. action, explanation: as it was signed; days as YYYY-MM-DD.",
    ),
});

/** The JSON file of a report: what it is, and every row. */
export const openDataSchema = z
  .strictObject({
    quarter: z.string().regex(/^\d{4}-Q[1-4]$/),
    version: z.int().min(1),
    publishedOn: z.iso.date(),
    note: z.string().nullable().describe("Why there is a new version; null for the first."),
    hash: z.string().describe("SHA-256 of the report, hex; stands in the public log."),
    region: z.string(),
    operator: z.string(),
    definition: z.string().describe("The version of the definition of turnover."),
    licence: z.literal("CC0-1.0"),
    questions: z
      .array(
        z.strictObject({
          item: z.string(),
          text: localized,
          answers: z.array(z.strictObject({ code: z.string(), text: localized })),
        }),
      )
      .describe("What the codes in item and measure stand for, by language."),
    rows: z.array(z.union([shown, withheld, told])),
  })
  .meta({ title: "Sorti quarterly report, open data" });
