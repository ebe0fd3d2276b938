import { z } from "zod";
import type { Answered } from "./operation";

const refusal = (...errors: readonly [string, ...string[]]) =>
  z.looseObject({ error: z.enum(errors) });

/** A refusal by one of these words; other fields may not be relied on. */
export const refused = (says: string, ...errors: readonly [string, ...string[]]): Answered => ({
  says,
  shape: refusal(...errors),
});

/** What every call with a small JSON body may be answered. */
export const OF_EVERY_CALL = {
  403: refused("A page of another site asks.", "wrong-origin"),
  413: refused("The body is longer than 32 768 bytes.", "too-large"),
  429: refused("Too fast: wait a minute.", "slow-down"),
  503: refused("The database is gone or slow; send the same again later.", "unavailable"),
} as const;

export const hex = z.string().regex(/^[0-9a-f]{64}$/);
export const quarter = z.string().regex(/^\d{4}-Q[1-4]$/);
export const day = z.iso.date();
