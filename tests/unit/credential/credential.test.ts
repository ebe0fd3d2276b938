import { createPrivateKey, webcrypto } from "node:crypto";
import { RSABSSA } from "@cloudflare/blindrsa-ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blindMessage, CredentialRefused, finalizeCredential } from "@/lib/credential/client";
import {
  generateIssuerKey,
  publicKeyOf,
  SigningRefused,
  signBlinded,
} from "@/lib/credential/issuer";
import { answerDigest, credentialMessage, readPrepared } from "@/lib/credential/message";
import { inverseOf, power, toBytes, toInteger } from "@/lib/credential/modular";
import { coversAnswer, issuerPublicKey, verifyCredential } from "@/lib/credential/verify";
import { fromBase64Url } from "@/lib/sealing/base64url";
import { scripted, secure } from "./bytes";

const pem = generateIssuerKey();
const privateKey = createPrivateKey(pem);
const key = publicKeyOf(pem);
const n = toInteger(fromBase64Url(key.n));
const manifestHash = new Uint8Array(32).fill(7);

async function issue() {
  const state = await blindMessage(key, credentialMessage(manifestHash, secure(32)), secure);
  const blindSignature = signBlinded(privateKey, state.blinded);
  const signature = await finalizeCredential(key, state, blindSignature);
  return { ...state, blindSignature, signature };
}

describe("a credential", () => {
  it("is accepted by the collector and says which manifest it was made for", async () => {
    const { prepared, signature } = await issue();
    expect(prepared).toHaveLength(104);
    expect(signature).toHaveLength(384);
    expect(verifyCredential(key, prepared, signature)).toBe(true);
    expect(verifyCredential(issuerPublicKey(key), prepared, signature)).toBe(true);
    expect(readPrepared(prepared)).toMatchObject({ manifestHash });
  });

  it("does not verify for another message, another key or a changed signature", async () => {
    const { prepared, signature } = await issue();
    const other = await issue();
    expect(verifyCredential(key, other.prepared, signature)).toBe(false);
    expect(verifyCredential(publicKeyOf(generateIssuerKey()), prepared, signature)).toBe(false);
    expect(verifyCredential(key, prepared, signature.subarray(1))).toBe(false);
  });

  it("another protocol's message, or one of another length, is not read", async () => {
    const { prepared } = await issue();
    const other = prepared.slice();
    other[32] = 0;
    expect(readPrepared(other)).toBeNull();
    expect(readPrepared(prepared.subarray(1))).toBeNull();
    expect(readPrepared(new Uint8Array(0))).toBeNull();
    expect(() => credentialMessage(manifestHash, secure(31))).toThrow(RangeError);
  });

  it("the page refuses a blind signature that the issuer spoilt", async () => {
    const { prepared, inverse, blindSignature } = await issue();
    const state = { prepared, inverse };
    const spoilt = blindSignature.slice();
    spoilt[383] = (spoilt[383] ?? 0) ^ 1;
    await expect(finalizeCredential(key, state, spoilt)).rejects.toThrow(CredentialRefused);
    await expect(finalizeCredential(key, state, spoilt.subarray(1))).rejects.toThrow(
      CredentialRefused,
    );
  });

  it("the issuer refuses what is not a number below its modulus", () => {
    const modulus = fromBase64Url(key.n);
    expect(() => signBlinded(privateKey, modulus)).toThrow(SigningRefused);
    expect(() => signBlinded(privateKey, new Uint8Array(384).fill(255))).toThrow(SigningRefused);
    expect(() => signBlinded(privateKey, new Uint8Array(383))).toThrow(SigningRefused);
    expect(() => signBlinded(privateKey, new Uint8Array(385))).toThrow(SigningRefused);
  });

  it("the same blinded value gets the same signature again", async () => {
    const { blinded, blindSignature } = await issue();
    expect(signBlinded(privateKey, blinded)).toEqual(blindSignature);
  });

  it("a broken random source stops the page instead of blinding with nothing", async () => {
    const message = credentialMessage(manifestHash, secure(32));
    const stuck = (length: number) => new Uint8Array(length);
    await expect(blindMessage(key, message, stuck)).rejects.toThrow(CredentialRefused);
  });

  it("a blinding factor of the modulus or more is drawn again", async () => {
    const random = scripted(
      secure(32),
      secure(48),
      new Uint8Array(384).fill(255),
      new Uint8Array(384),
      toBytes(2n, 384),
    );
    const { inverse } = await blindMessage(
      key,
      credentialMessage(manifestHash, secure(32)),
      random,
    );
    expect((toInteger(inverse) * 2n) % n).toBe(1n);
  });
});

describe("a credential's answer", () => {
  it("is made for one sealed answer and one receipt, and covers no other", async () => {
    const [sealed, withdrawalHash] = [secure(4258), secure(32)];
    const message = credentialMessage(manifestHash, await answerDigest(sealed, withdrawalHash));
    const { prepared } = await blindMessage(key, message, secure);
    const digest = readPrepared(prepared)?.digest ?? new Uint8Array();
    expect(coversAnswer(digest, { sealed, withdrawalHash })).toBe(true);
    expect(coversAnswer(digest, { sealed: secure(4258), withdrawalHash })).toBe(false);
    expect(coversAnswer(digest, { sealed, withdrawalHash: secure(32) })).toBe(false);
  });
});

describe("blindness", () => {
  it("every issuance fits every answer: 20 by 20 pairs, a blinding factor exists for each", async () => {
    const pairs = await Promise.all(Array.from({ length: 20 }, issue));
    const e = 65537n;
    for (const { signature } of pairs) {
      const s = toInteger(signature);
      const encoded = power(s, e, n);
      const undo = inverseOf(s, n);
      if (undo === null) throw new Error("a signature shares a factor with the modulus");
      for (const { blinded, blindSignature } of pairs) {
        const factor = (toInteger(blindSignature) * undo) % n;
        expect((encoded * power(factor, e, n)) % n).toBe(toInteger(blinded));
        expect(inverseOf(factor, n)).not.toBeNull();
      }
    }
  });

  it("two blindings of the same message have nothing in common", async () => {
    const message = credentialMessage(manifestHash, secure(32));
    const one = await blindMessage(key, message, secure);
    const two = await blindMessage(key, message, secure);
    expect(one.blinded).not.toEqual(two.blinded);
    expect(one.prepared.subarray(0, 32)).not.toEqual(two.prepared.subarray(0, 32));
  });
});

describe("together with an independent implementation (blindrsa-ts)", () => {
  const suite = RSABSSA.SHA384.PSS.Randomized();
  const algorithm = { name: "RSA-PSS", hash: "SHA-384" };

  it("its client is served by our issuer and its credential accepted by our collector", async () => {
    const jwk = { kty: "RSA", ...key, alg: "PS384", ext: true };
    const publicKey = await webcrypto.subtle.importKey("jwk", jwk, algorithm, true, ["verify"]);
    const prepared = suite.prepare(credentialMessage(manifestHash, secure(32)));
    const { blindedMsg, inv } = await suite.blind(publicKey, prepared);
    const signature = await suite.finalize(
      publicKey,
      prepared,
      signBlinded(privateKey, blindedMsg),
      inv,
    );
    expect(verifyCredential(key, prepared, signature)).toBe(true);
    expect(readPrepared(prepared)).toMatchObject({ manifestHash });
  });

  it("our client is served by its issuer and accepted by its verifier", async () => {
    const jwk = privateKey.export({ format: "jwk" });
    const its = await webcrypto.subtle.importKey("jwk", jwk, algorithm, true, ["sign"]);
    const open = await webcrypto.subtle.importKey(
      "jwk",
      { kty: "RSA", ...key, ext: true },
      algorithm,
      true,
      ["verify"],
    );
    const message = credentialMessage(manifestHash, secure(32));
    const state = await blindMessage(key, message, secure);
    const signature = await finalizeCredential(
      key,
      state,
      await suite.blindSign(its, state.blinded),
    );
    expect(await suite.verify(open, signature, state.prepared)).toBe(true);
  });
});

describe("modular arithmetic", () => {
  it("numbers survive the way to bytes and back", () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 2n ** 128n - 1n), (value) => {
        expect(toInteger(toBytes(value, 16))).toBe(value);
      }),
    );
  });

  it("an inverse times its number is one, and there is none when they share a factor", () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 10_006n), (value) => {
        const inverse = inverseOf(value, 10_007n);
        expect(inverse === null ? null : (inverse * value) % 10_007n).toBe(1n);
      }),
    );
    expect(inverseOf(6n, 9n)).toBeNull();
    expect(inverseOf(0n, 9n)).toBeNull();
  });
});
