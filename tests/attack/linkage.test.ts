import { createHash, createPrivateKey, randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { certainLinks, possibleRedemptions } from "@/lib/attack/blindness";
import { blindMessage, finalizeCredential, type IssuerKey } from "@/lib/credential/client";
import { generateIssuerKey, publicKeyOf, signBlinded } from "@/lib/credential/issuer";
import { credentialMessage } from "@/lib/credential/message";
import { inverseOf, toBytes, toInteger } from "@/lib/credential/modular";
import { fromBase64Url } from "@/lib/sealing/base64url";
import { canonicalJson } from "@/lib/sealing/canonical";
import { sealAnswer } from "@/lib/sealing/seal";
import type { Answers } from "@/lib/survey/questionnaire";
import { manifest } from "../unit/rounds/fixtures";
import { fullestAnswers, someAnswers } from "./support/default-answers";

const PEOPLE = 100;
const random = (n: number) => new Uint8Array(randomBytes(n));
const hash = createHash("sha256").update("manifest").digest();

type Issuer = { readonly key: IssuerKey; readonly sign: (blinded: Uint8Array) => Uint8Array };

function newIssuer(): Issuer {
  const secret = createPrivateKey(generateIssuerKey());
  return { key: publicKeyOf(secret), sign: (blinded) => signBlinded(secret, blinded) };
}

/** One person's credential, as both sides see it. `dice`: a broken client may draw from the link. */
async function credential(issuer: Issuer, dice = random) {
  const state = await blindMessage(issuer.key, credentialMessage(hash, random(32)), dice);
  const blindSignature = issuer.sign(state.blinded);
  const signature = await finalizeCredential(issuer.key, state, blindSignature);
  return { blinded: state.blinded, blindSignature, message: state.prepared, signature };
}

test("100 × 100: any credential could be anybody's, even for the issuer with its private key", async () => {
  const issuer = newIssuer();
  const all = await Promise.all(Array.from({ length: PEOPLE }, () => credential(issuer)));
  const possible = possibleRedemptions(issuer.key, all, all.slice().reverse());
  expect(possible.map(({ length }) => length)).toEqual(Array(PEOPLE).fill(PEOPLE));
  expect(certainLinks(possible)).toBe(0);
});

test("broken on purpose, and caught: a key of one's own for each person", async () => {
  const issuers = Array.from({ length: 3 }, newIssuer);
  const all = await Promise.all(issuers.map((issuer) => credential(issuer)));
  const possible = issuers.map(
    ({ key }, i) => possibleRedemptions(key, all.slice(i, i + 1), all)[0] ?? [],
  );
  expect(possible).toEqual([[0], [1], [2]]);
  expect(certainLinks(possible)).toBe(3);
});

/** Bytes that anybody who knows the link can compute again. */
function diceOf(link: string) {
  let draw = 0;
  return (n: number) => {
    draw += 1;
    const block = (i: number) => createHash("sha512").update(`${link} ${draw} ${i}`).digest();
    return new Uint8Array(
      Buffer.concat(Array.from({ length: Math.ceil(n / 64) }, (_, i) => block(i))).subarray(0, n),
    );
  };
}

/** Whether an issuer who made the link can unblind what it signed, and so knows the credential. */
function recomputes(
  { key }: Issuer,
  link: string,
  given: Awaited<ReturnType<typeof credential>>,
): boolean {
  const n = toInteger(fromBase64Url(key.n));
  const dice = diceOf(link);
  [32, 48].forEach(dice);
  for (let attempt = 0; attempt < 64; attempt += 1) {
    const factor = toInteger(dice(384));
    const inverse = factor > 0n && factor < n ? inverseOf(factor, n) : null;
    if (inverse === null) continue;
    const signature = toBytes((toInteger(given.blindSignature) * inverse) % n, 384);
    return Buffer.compare(signature, given.signature) === 0;
  }
  return false;
}

test("the client's dice have nothing to do with the link; a client that draws from the link is caught", async () => {
  const issuer = newIssuer();
  expect(recomputes(issuer, "link", await credential(issuer))).toBe(false);
  expect(recomputes(issuer, "link", await credential(issuer, diceOf("link")))).toBe(true);
});

const person = { unit: "VC01", series: "retiree" } as const;
const sizeOf = async (answers: Answers) =>
  (await sealAnswer({ answers, ...person }, manifest, hash)).length;

test("every sealed answer to the standard questionnaire has one and the same size, also with the longest texts", async () => {
  const letters = ["a", "å", "”", "字", "👋", "\n", '"'];
  const sets = [{}, ...Array.from({ length: 60 }, someAnswers), ...letters.map(fullestAnswers)];
  const sizes = await Promise.all(sets.map(sizeOf));
  expect([...new Set(sizes)]).toEqual([4258]);
});

test("broken on purpose, and caught: envelopes as long as what was written", async () => {
  const sets = Array.from({ length: 20 }, someAnswers);
  const unpadded = sets.map((answers) => canonicalJson({ answers, ...person }).length);
  expect(new Set(unpadded).size).toBeGreaterThan(10);
});
