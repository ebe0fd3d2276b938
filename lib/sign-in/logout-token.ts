import { z } from "zod";

/** What a service signs with, where it signs out: the alg of its header → what Node calls it. */
export const SIGNED_WITH = ["RS256", "PS256", "ES256"] as const;

const EVENT = "http://schemas.openid.net/event/backchannel-logout";
/** How old a token may be, and how far the service's clock may be off. */
const [OLDEST_S, SKEW_S] = [300, 60];

const header = z.looseObject({
  alg: z.enum(SIGNED_WITH),
  kid: z.string().min(1).max(200).optional(),
  typ: z.string().max(40).optional(),
});
const claims = z.looseObject({
  iss: z.string(),
  aud: z.union([z.string().transform((one) => [one]), z.array(z.string()).max(20)]),
  iat: z.int(),
  exp: z.int().optional(),
  jti: z.string().min(1).max(255),
  sub: z.string().min(1).max(255),
  events: z.looseObject({ [EVENT]: z.looseObject({}) }),
  // An ID token has one; it must never be taken for this.
  nonce: z.undefined().optional(),
});

/** A token as it came, its signature not looked at yet. */
export type Unchecked = {
  readonly alg: (typeof SIGNED_WITH)[number];
  readonly kid: string | undefined;
  readonly claims: unknown;
  readonly signed: string;
  readonly signature: Uint8Array;
};

const json = (part: string): unknown => {
  try {
    return JSON.parse(Buffer.from(part, "base64url").toString());
  } catch {
    return undefined;
  }
};

/** Takes a token apart; null for what is none, or is signed in a way that is not taken. */
export function takeApart(token: string): Unchecked | null {
  const [head = "", body = "", mark = "", ...more] = token.split(".");
  const read = header.safeParse(json(head));
  const isOurs =
    read.success && /^((application\/)?logout\+jwt|JWT)$/i.test(read.data.typ ?? "JWT");
  if (!isOurs || more.length > 0) return null;
  const { alg, kid } = read.data;
  const signature = new Uint8Array(Buffer.from(mark, "base64url"));
  return { alg, kid, claims: json(body), signed: `${head}.${body}`, signature };
}

/** Who is to be signed out: the subject as accounts hold it, and what had begun when the service said so. */
export type SignedOut = { readonly subject: string; readonly id: string; readonly began: Date };

/** Reads the claims of a token whose signature holds (OpenID Connect Back-Channel Logout 1.0, 2.6); null for any other. */
export function readLogout(
  given: unknown,
  { issuer, clientId }: { readonly issuer: string; readonly clientId: string },
  now: Date,
): SignedOut | null {
  const read = claims.safeParse(given);
  if (!read.success) return null;
  const { iss, aud, iat, exp, jti, sub } = read.data;
  const second = Math.floor(now.getTime() / 1000);
  const isNow =
    iat <= second + SKEW_S && iat >= second - OLDEST_S && (exp ?? second) > second - SKEW_S;
  if (iss !== issuer || !aud.includes(clientId) || !isNow) return null;
  return { subject: `${iss} ${sub}`, id: jti, began: new Date((iat + SKEW_S) * 1000) };
}

/** Tokens that were taken once; a process forgets each when it would be too old anyway. */
export class TakenTokens {
  readonly #until = new Map<string, number>();

  /** Whether it is taken for the first time. */
  take(id: string, now: Date): boolean {
    for (const [known, until] of this.#until) if (until <= now.getTime()) this.#until.delete(known);
    if (this.#until.has(id)) return false;
    this.#until.set(id, now.getTime() + 2 * OLDEST_S * 1000);
    return true;
  }
}
