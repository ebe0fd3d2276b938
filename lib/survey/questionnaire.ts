import { z } from "zod";

/** Text in every language of the document: language code → sentence. */
const localized = z.record(z.string().regex(/^[a-z]{2}(-[a-z]+)?$/), z.string().min(1));
const code = z.string().regex(/^[A-Za-z0-9_]{1,24}$/);

/** `noAnswer`: choosing it counts as no answer ("prefer not to say"). `sensitive`: shown only from ten. */
const option = z.strictObject({
  code,
  text: localized,
  class: code.optional(),
  noAnswer: z.boolean().optional(),
  sensitive: z.boolean().optional(),
});

/** Shown when every listed item has one of the values (and, for `not`, none of them). */
const condition = z.strictObject({
  item: code,
  oneOf: z.array(z.string()).min(1).optional(),
  notOneOf: z.array(z.string()).min(1).optional(),
});

const base = {
  id: code,
  text: localized,
  hint: localized.optional(),
  when: condition.optional(),
};

/** HME and its parts are computed from items that carry the index's name. */
const indexPart = z.strictObject({
  name: z.literal("hme"),
  part: z.enum(["motivation", "leadership", "steering"]),
});

const item = z.discriminatedUnion("type", [
  z.strictObject({
    ...base,
    type: z.literal("scale5"),
    slice: z.literal("unit"),
    index: indexPart.optional(),
  }),
  /** 0–10; `classes` maps every value (as text) to a class. */
  z.strictObject({
    ...base,
    type: z.literal("scale10"),
    slice: z.literal("unit"),
    classes: z.record(code, code),
  }),
  /** `slice: "unit"` demands a class on every option; `"background"` is counted region-wide only. */
  z.strictObject({
    ...base,
    type: z.literal("single"),
    slice: z.enum(["unit", "background"]),
    options: z.array(option).min(2),
  }),
  /** One choice in two steps: a neutral heading, then the reason. A group with one option needs no second step. */
  z.strictObject({
    ...base,
    type: z.literal("grouped"),
    slice: z.literal("unit"),
    groups: z
      .array(z.strictObject({ code, text: localized, options: z.array(option).min(1) }))
      .min(2),
  }),
  /** At most `max` choices; options may stand under the same headings as a grouped item. */
  z.strictObject({
    ...base,
    type: z.literal("multi"),
    slice: z.literal("cells"),
    max: z.int().min(1).max(5),
    groups: z
      .array(z.strictObject({ code, text: localized, options: z.array(option).min(1) }))
      .optional(),
    options: z.array(option).optional(),
  }),
  z.strictObject({
    ...base,
    type: z.literal("text"),
    slice: z.literal("text"),
    maxLength: z.int().min(50).max(1000),
  }),
]);

/** Short sections, one screenful each; items are shown in this order. */
const section = z.strictObject({
  id: code,
  title: localized,
  lead: localized.optional(),
  items: z.array(item).min(1),
});

/** The document's shape; the rules that cross items are in `validate.ts`. */
export const questionnaireSchema = z.strictObject({
  id: code,
  version: z.int().min(1),
  languages: z.array(z.string()).min(1),
  title: localized,
  intro: localized,
  /** class code → its name, for pages and reports. */
  classes: z.record(code, localized),
  sections: z.array(section).min(1),
});

export type Questionnaire = z.infer<typeof questionnaireSchema>;
export type Item = z.infer<typeof item>;
export type Option = z.infer<typeof option>;
export type Section = z.infer<typeof section>;
export type Localized = z.infer<typeof localized>;

/** One answer: a scale value, an option code, several codes, or a text. A skipped item has no entry. */
export type Answer = number | string | readonly string[];
export type Answers = Readonly<Record<string, Answer>>;
