import { createHash, randomBytes } from "node:crypto";
import type { z } from "zod";
import { env } from "@/lib/env";
import type { Day } from "@/lib/quarters/quarter";
import { AddressLimit } from "@/lib/survey/address-limit";
import { CodeLimit } from "@/lib/survey/code-limit";
import { surveyCallHeaders } from "@/lib/survey/headers";
import { admit, type RateWindow } from "@/lib/survey/rate";
import { bodyWithin } from "./body";
import type { Call } from "./call";
import { forThePage, isStrangersPage } from "./page-origin";

export const reply = (body: unknown, status = 200): Response =>
  Response.json(body, { status, headers: surveyCallHeaders });
export const refuse = (error: string, status: number): Response => reply({ error }, status);
/** Between two rounds; `from` is the day the next opens, where one is set. */
export const noRound = (from: Day | null): Response =>
  reply({ error: "no-round", ...(from === null ? {} : { from }) }, 503);
export const done = (): Response => new Response(null, { status: 204, headers: surveyCallHeaders });

/** Longer than any call takes; a caller who is told so tries again and loses nothing. */
const LONGEST_MS = 10_000;

/**
 * A door that always answers in its own words: when the database is gone, or does not answer in time, it says 503
 * `unavailable`. What went wrong is swallowed, since an error's text may hold what was sent. It asks for no origin: a mail
 * program's one click (RFC 8058) may come from any page, or from one that names itself `null`.
 */
export function doorForAnybody<A extends readonly unknown[]>(
  work: (...asked: A) => Promise<Response>,
  longestMs = LONGEST_MS,
): (...asked: A) => Promise<Response> {
  return async (...asked) => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<Response>((resolve) => {
      timer = setTimeout(() => resolve(refuse("unavailable", 503)), longestMs);
    });
    try {
      return await Promise.race([work(...asked), late]);
    } catch {
      return refuse("unavailable", 503);
    } finally {
      clearTimeout(timer);
    }
  };
}

/** The same, open to the survey page and to programs, and to no other site's page. */
export function door<A extends readonly unknown[]>(
  work: (call: Call, ...more: A) => Promise<Response>,
  longestMs = LONGEST_MS,
): (call: Call, ...more: A) => Promise<Response> {
  const answered = doorForAnybody(work, longestMs);
  return async (call, ...more) =>
    forThePage(
      call,
      isStrangersPage(call) ? refuse("wrong-origin", 403) : await answered(call, ...more),
    );
}

/** Larger than the largest sealed answer in base64, far smaller than anything that hurts. */
const MOST_BYTES = 32_768;

/** The body as the schema wants it; a response that says no otherwise. */
export async function readBody<T>(call: Call, schema: z.ZodType<T>): Promise<T | Response> {
  try {
    const bytes = await bodyWithin(call, MOST_BYTES);
    if (bytes === null) return refuse("too-large", 413);
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const parsed = schema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : refuse("malformed", 400);
  } catch {
    return refuse("malformed", 400);
  }
}

const MINUTE = 60_000;
const tokens: RateWindow = { since: 0, counts: new Map() };
const addresses = new AddressLimit(randomBytes);
const codes = new CodeLimit(randomBytes);
// Silence keeps nothing either.
setInterval(() => {
  addresses.forget(Date.now());
  codes.forget(Date.now());
}, MINUTE).unref();

/** Five a minute for a link. */
export function tokenMayCall(token: Uint8Array, now = Date.now()): boolean {
  const key = createHash("sha256").update(token).digest("base64url");
  return admit(tokens, key, { most: 5, lengthMs: MINUTE }, now);
}

// Our own server has put the one trustworthy address here (lib/cli/serve.ts).
const addressOf = (call: Call) => call.headers.get("x-forwarded-for") ?? "direct";

/** Generous for an address, since a hospital is one; known only under a key that lives an hour. */
export function addressMayCall(call: Call, now = Date.now()): boolean {
  return addresses.admits(addressOf(call), env().SORTI_ADDRESS_LIMIT, now);
}

/** Few that are wrong for a letter's code; null when they were too many (lib/survey/code-limit.ts). */
export function chargeCode(call: Call, now = Date.now()) {
  return codes.charge(addressOf(call), now);
}
