import { z } from "zod";

/** Longest address that mail can be sent to (RFC 5321). */
const MOST = 254;

const shape = z.string().trim().toLowerCase().pipe(z.email().max(MOST));

/** An e-mail address as it was typed, in the one spelling that is kept; null when it is none. */
export function readAddress(typed: unknown): string | null {
  const read = shape.safeParse(typed);
  return read.success ? read.data : null;
}
