import { constants, createPrivateKey, privateEncrypt } from "node:crypto";
import { describe, expect, it } from "vitest";
import { blindMessage, finalizeCredential } from "@/lib/credential/client";
import { signBlinded } from "@/lib/credential/issuer";
import { inverseOf, toBytes, toInteger } from "@/lib/credential/modular";
import { verifyCredential } from "@/lib/credential/verify";
import { toBase64Url } from "@/lib/sealing/base64url";
import { fromHex, hexOf, scripted } from "./bytes";
import { RANDOMIZED as vector } from "./vectors";

const key = { n: toBase64Url(fromHex(vector.n)), e: toBase64Url(fromHex(vector.e)) };
const n = BigInt(`0x${vector.n}`);

/** The vectors name the inverse; blinding draws the factor itself. */
function factor(): Uint8Array {
  const value = inverseOf(toInteger(fromHex(vector.inverse)), n);
  if (value === null) throw new Error("the vector has no factor");
  return toBytes(value, 512);
}

/** The issuer's key, put together again from the vector's primes. */
function privateKey() {
  const [p, q, d] = [vector.p, vector.q, vector.d].map((hex) => BigInt(`0x${hex}`));
  if (p === undefined || q === undefined || d === undefined) throw new Error("no primes");
  const coefficient = inverseOf(q, p);
  if (coefficient === null) throw new Error("no coefficient");
  const text = (value: bigint) =>
    toBase64Url(toBytes(value, Math.ceil(value.toString(16).length / 2)));
  return createPrivateKey({
    format: "jwk",
    key: {
      kty: "RSA",
      ...key,
      d: text(d),
      p: text(p),
      q: text(q),
      dp: text(d % (p - 1n)),
      dq: text(d % (q - 1n)),
      qi: text(coefficient),
    },
  });
}

describe("the numbers of RFC 9474, RSABSSA-SHA384-PSS-Randomized", () => {
  it("the client blinds as the standard says", async () => {
    const random = scripted(fromHex(vector.prefix), fromHex(vector.salt), factor());
    const blind = await blindMessage(key, fromHex(vector.message), random);
    expect(hexOf(blind.prepared)).toBe(vector.prepared);
    expect(hexOf(blind.blinded)).toBe(vector.blinded);
    expect(hexOf(blind.inverse)).toBe(vector.inverse);
  });

  it("the issuer signs as the standard says", () => {
    const signature = signBlinded(privateKey(), fromHex(vector.blinded));
    expect(hexOf(signature)).toBe(vector.blindSignature);
    const raw = { key: privateKey(), padding: constants.RSA_NO_PADDING };
    expect(hexOf(privateEncrypt(raw, fromHex(vector.blinded)))).toBe(vector.blindSignature);
  });

  it("the client finishes as the standard says", async () => {
    const state = { prepared: fromHex(vector.prepared), inverse: fromHex(vector.inverse) };
    const signature = await finalizeCredential(key, state, fromHex(vector.blindSignature));
    expect(hexOf(signature)).toBe(vector.signature);
  });

  it("the collector accepts the standard's signature and no other", () => {
    const signature = fromHex(vector.signature);
    expect(verifyCredential(key, fromHex(vector.prepared), signature)).toBe(true);
    signature[100] = (signature[100] ?? 0) ^ 1;
    expect(verifyCredential(key, fromHex(vector.prepared), signature)).toBe(false);
  });
});
