import { constants, createPublicKey, type KeyObject, verify } from "node:crypto";
import { z } from "zod";
import type { Unchecked } from "@/lib/sign-in/logout-token";

const discovered = z.looseObject({ issuer: z.string(), jwks_uri: z.url() });
const listed = z.looseObject({
  keys: z.array(
    z.looseObject({ kty: z.string(), kid: z.string().optional(), use: z.string().optional() }),
  ),
});

/** The service changes its keys seldom; and whoever names a key that is none has it asked so often at most. */
const ASKED_EVERY_MS = 30_000;
const LONGEST_MS = 20_000;

type Known = { readonly at: number; readonly keys: z.infer<typeof listed>["keys"] };
const known = new Map<string, Known>();

async function asked(address: string): Promise<unknown> {
  const signal = AbortSignal.timeout(LONGEST_MS);
  const reply = await fetch(address, { redirect: "error", signal });
  if (!reply.ok) throw new Error("no answer");
  return reply.json();
}

async function keysNow(issuer: string, now: Date): Promise<Known> {
  const place = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const { issuer: named, jwks_uri: address } = discovered.parse(await asked(place));
  const keys = named === issuer ? listed.parse(await asked(address)).keys : [];
  const found = { at: now.getTime(), keys };
  known.set(issuer, found);
  return found;
}

const KINDS = { RS256: "RSA", PS256: "RSA", ES256: "EC" } as const;

function holds(key: KeyObject, { alg, signed, signature }: Unchecked): boolean {
  const padding = alg === "PS256" ? constants.RSA_PKCS1_PSS_PADDING : constants.RSA_PKCS1_PADDING;
  const how =
    alg === "ES256"
      ? ({ key, dsaEncoding: "ieee-p1363" } as const)
      : { key, padding, ...(alg === "PS256" ? { saltLength: 32 } : {}) };
  return verify("sha256", Buffer.from(signed), how, signature);
}

function isSignedBy({ keys }: Known, token: Unchecked): boolean {
  return keys.some(({ kid, use = "sig", ...jwk }) => {
    if (jwk.kty !== KINDS[token.alg] || use !== "sig" || (token.kid ?? kid) !== kid) return false;
    try {
      return holds(createPublicKey({ key: jwk, format: "jwk" }), token);
    } catch {
      return false;
    }
  });
}

/** Whether the region's own service has signed this, with a key that it shows now. Throws when it cannot be asked. */
export async function isSignedByRegion(
  issuer: string,
  token: Unchecked,
  now: Date,
): Promise<boolean> {
  const before = known.get(issuer);
  if (before && isSignedBy(before, token)) return true;
  if (before && now.getTime() - before.at < ASKED_EVERY_MS) return false;
  return isSignedBy(await keysNow(issuer, now), token);
}
