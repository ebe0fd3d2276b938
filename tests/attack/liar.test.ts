import { createPrivateKey, generateKeyPairSync } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { generateIssuerKey, publicKeyOf } from "@/lib/credential/issuer";
import { keyDirectory } from "@/lib/keys/directory";
import { unlockSigningKey } from "@/lib/keys/unlock";
import type { Manifest, SignedManifest } from "@/lib/rounds/manifest";
import { signManifest } from "@/lib/rounds/sign";
import { toBase64Url } from "@/lib/sealing/base64url";
import { utf8 } from "@/lib/sealing/bytes";
import { canonicalJson } from "@/lib/sealing/canonical";
import { pointOf } from "@/lib/sealing/point";
import { layKeys, Q1, Q2, roundOf, sheetsOf } from "../support/round";
import { openAnew } from "./support/attacked-instance";
import { type Instance, startInstance } from "./support/instance";
import { held, mailedLink, Visitor } from "./support/visitor";

let instance: Instance;
let honest: SignedManifest;
let next: SignedManifest;
beforeAll(async () => {
  await layKeys();
  instance = await startInstance();
});
afterAll(() => instance.stop());
beforeEach(async () => {
  honest = (await openAnew()).signed;
  next = (await roundOf(Q2)).signed;
});

const manifestOf = (): Manifest => JSON.parse(honest.manifest);
const text = (change: Partial<Manifest>) => canonicalJson({ ...manifestOf(), ...change });
const point = () =>
  toBase64Url(pointOf(generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey));

/** Signed by both custodians: what happens when they were led to sign it. */
async function signedAnew(change: Partial<Manifest>): Promise<SignedManifest> {
  const dir = keyDirectory();
  const [one, two] = sheetsOf();
  const first = await unlockSigningKey({ dir, custodian: 1 }, one);
  const second = await unlockSigningKey({ dir, custodian: 2 }, two);
  const manifest = text(change);
  return {
    ...honest,
    manifest,
    signatures: [signManifest(manifest, first), signManifest(manifest, second)],
  };
}

/** A visitor whom the host tells lies. */
async function liedTo(lie: SignedManifest) {
  const phone = new Visitor(instance.origin);
  phone.line = (url, init, go) =>
    url.endsWith("manifest") ? Promise.resolve(Response.json(lie)) : go(url, init);
  const session = await phone.answered(await mailedLink());
  await session.send();
  return session.stage;
}

const weak = (bits: number, publicExponent = 65537) => {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: bits, publicExponent });
  return publicKeyOf(privateKey);
};

test.each([
  [
    "a signing key of one's own",
    () => ({ issuerKey: publicKeyOf(createPrivateKey(generateIssuerKey())) }),
  ],
  [
    "another custodian's key",
    () => ({ custodianKeys: [point(), manifestOf().custodianKeys[1]] as [string, string] }),
  ],
  [
    "a unit list with a unit of one's own",
    () => ({ tree: { units: { A: "town", me: "town" }, pictured: [] } }),
  ],
  ["a lower limit", () => ({ limits: { k: 5, c: 0 as const } })],
])("two manifests for two people: the page refuses %s, and sends nothing", async (_, change) => {
  expect(await liedTo({ ...honest, manifest: text(change()) })).toEqual({
    at: "refused",
    reason: "bad-signature",
  });
  const [first, second] = honest.signatures;
  const swapped = { ...honest, signatures: [second, first] as [string, string] };
  expect(await liedTo(swapped)).toMatchObject({ at: "refused" });
  expect(await held()).toEqual({ issued: 0, received: 0 });
});

test.each([
  ["an RSA key of 2 048 bits", () => ({ issuerKey: weak(2048) })],
  ["an RSA key with exponent 3", () => ({ issuerKey: weak(3072, 3) })],
  [
    "one key for both custodians",
    () => ({
      custodianKeys: [manifestOf().custodianKeys[0], manifestOf().custodianKeys[0]] as [
        string,
        string,
      ],
    }),
  ],
  [
    "a point off the curve",
    () => ({
      custodianKeys: [toBase64Url(new Uint8Array(65).fill(4)), manifestOf().custodianKeys[1]] as [
        string,
        string,
      ],
    }),
  ],
])("the page refuses %s even when both custodians signed it", async (_, change) => {
  expect(await liedTo(await signedAnew(change()))).toEqual({ at: "refused", reason: "weak-key" });
  expect(await held()).toEqual({ issued: 0, received: 0 });
});

test("the page refuses another questionnaire than the signed one", async () => {
  const questionnaire = honest.questionnaire.replace("Varför?", "Vem är du?");
  expect(questionnaire).not.toBe(honest.questionnaire);
  expect(await liedTo({ ...honest, questionnaire })).toEqual({
    at: "refused",
    reason: "wrong-questionnaire",
  });
});

test("broken on purpose, and caught: a page that does not compare the questionnaire with its hash", async () => {
  const asked = honest.questionnaire.replace("Varför?", "Vem är du?");
  const digest = crypto.subtle.digest;
  const [signed, swapped] = [honest.questionnaire, asked].map((one) => utf8(one));
  crypto.subtle.digest = (how, data) => {
    const same = Buffer.compare(Buffer.from(data as Uint8Array), swapped ?? utf8("")) === 0;
    return digest.call(crypto.subtle, how, same && signed ? signed : data);
  };
  const stage = await liedTo({ ...honest, questionnaire: asked }).finally(() => {
    crypto.subtle.digest = digest;
  });
  expect(stage.at).not.toBe("refused");
});

test("a manifest of another quarter gets nothing out of the page", async () => {
  expect(await liedTo(next)).toMatchObject({ at: "sending", trouble: "server" });
  expect(await held()).toEqual({ issued: 0, received: 0 });
  expect((await roundOf(Q1)).state).toBe("issuing");
});

/** A visitor whose link is said to be a unit of its own. */
async function tagged(shown: SignedManifest) {
  const phone = new Visitor(instance.origin);
  phone.line = async (url, init, go) => {
    if (url.endsWith("manifest")) return Response.json(shown);
    const reply = await go(url, init);
    if (!url.endsWith("invitation")) return reply;
    return Response.json({ ...((await reply.json()) as object), unit: "tag-for-anna" });
  };
  const session = await phone.answered(await mailedLink());
  await session.send();
  return session.stage;
}

test("a made-up unit or series is never sent: it would be a tag", async () => {
  expect(await tagged(honest)).toMatchObject({ at: "answering", place: 0 });
  expect(await held()).toEqual({ issued: 0, received: 0 });
});

test("broken on purpose, and caught: custodians who sign a list with a tag in it", async () => {
  const { tree } = manifestOf();
  const units = { ...tree.units, "tag-for-anna": "town" };
  const shown = await signedAnew({ tree: { ...tree, units } });
  expect(await tagged(shown)).not.toMatchObject({ at: "answering" });
  expect(await held()).toMatchObject({ issued: 1 });
});

test("broken on purpose, and caught: a page that believes any signature", async () => {
  const lie = { ...honest, manifest: text({ limits: { k: 5, c: 0 } }) };
  const phone = new Visitor(instance.origin);
  phone.line = (url, init, go) =>
    url.endsWith("manifest") ? Promise.resolve(Response.json(lie)) : go(url, init);
  const verify = crypto.subtle.verify;
  crypto.subtle.verify = async () => true;
  const session = await phone.open(await mailedLink()).finally(() => {
    crypto.subtle.verify = verify;
  });
  expect(session.stage.at).toBe("start");
});
