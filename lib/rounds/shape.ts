/**
 * Shape checks small enough for the survey page (zod alone would be larger than the whole page may be).
 * A check says whether a parsed JSON value has the shape; the tests hold them against the zod schemas.
 */
export type Check = (value: unknown) => boolean;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A text that matches; without a pattern, any text. */
export const text =
  (pattern?: RegExp): Check =>
  (value) =>
    typeof value === "string" && (pattern === undefined || pattern.test(value));

/** A whole number from `low` to `high`. */
export const whole =
  (low: number, high: number = Number.MAX_SAFE_INTEGER): Check =>
  (value) =>
    Number.isSafeInteger(value) && Number(value) >= low && Number(value) <= high;

export const truth: Check = (value) => typeof value === "boolean";

/** One of the listed values. */
export const oneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);

/** A list of at least `least` members. */
export const list =
  (member: Check, least = 0): Check =>
  (value) =>
    Array.isArray(value) && value.length >= least && value.every(member);

/** A list with one check for each place. */
export const row =
  (...members: readonly Check[]): Check =>
  (value) =>
    Array.isArray(value) &&
    value.length === members.length &&
    members.every((member, index) => member(value[index]));

/** Any keys that match, each with a value of the shape. */
export const dictionary =
  (member: Check, key?: RegExp): Check =>
  (value) =>
    isRecord(value) &&
    Object.entries(value).every(([name, inner]) => text(key)(name) && member(inner));

/** Exactly these keys; those in the second record may be missing. */
export const strict =
  (
    required: Readonly<Record<string, Check>>,
    optional: Readonly<Record<string, Check>> = {},
  ): Check =>
  (value) =>
    isRecord(value) &&
    Object.entries(required).every(
      ([name, check]) => Object.hasOwn(value, name) && check(value[name]),
    ) &&
    Object.entries(value).every(
      ([name, inner]) =>
        Object.hasOwn(required, name) ||
        (Object.hasOwn(optional, name) && optional[name]?.(inner) === true),
    );
