import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  type ManifestReason,
  ManifestRefused,
  manifestHash,
  openManifest,
} from "@/lib/rounds/check";
import { signManifest } from "@/lib/rounds/sign";
import { fromBase64Url, toBase64Url } from "@/lib/sealing/base64url";
import { canonicalJson } from "@/lib/sealing/canonical";
import { manifest, questionnaire, signed, signerKeys, signers } from "./fixtures";

const text = canonicalJson(manifest);

async function reasonFor(value: unknown): Promise<ManifestReason | "accepted"> {
  try {
    await openManifest(value, signerKeys);
    return "accepted";
  } catch (error) {
    if (error instanceof ManifestRefused) return error.reason;
    throw error;
  }
}

const withKey = (issuerKey: { n: string; e: string }) =>
  signed(canonicalJson({ ...manifest, issuerKey }));

describe("the page believes a manifest", () => {
  it("that both custodians signed, and reads the questionnaire they signed", async () => {
    const opened = await openManifest(signed(text), signerKeys);
    expect(opened.manifest).toEqual(manifest);
    expect(opened.questionnaire).toEqual(questionnaire);
    expect(Buffer.from(opened.hash)).toEqual(createHash("sha256").update(text).digest());
    expect(await manifestHash(text)).toEqual(opened.hash);
  });
});

describe("the page refuses a manifest", () => {
  it("with one letter altered after signing", async () => {
    const altered = text.replace("Björkens", "Björkans");
    expect(await reasonFor({ ...signed(text), manifest: altered })).toBe("bad-signature");
  });

  it("signed by one custodian only, twice, or with the signatures swapped", async () => {
    const [one, two] = signed(text).signatures;
    expect(await reasonFor({ ...signed(text), signatures: [one, one] })).toBe("bad-signature");
    expect(await reasonFor({ ...signed(text), signatures: [two, one] })).toBe("bad-signature");
    expect(await reasonFor({ ...signed(text), signatures: [one] })).toBe("malformed");
  });

  it("whose signature is in another encoding (DER) or no signature at all", async () => {
    expect(await reasonFor({ ...signed(text), signatures: ["AAAA", "A"] })).toBe("bad-signature");
  });

  it("with an issuer key under 3072 bits, another exponent or an even modulus", async () => {
    const { n, e } = manifest.issuerKey;
    const modulus = fromBase64Url(n);
    const even = modulus.slice();
    even[383] = 2;
    const small = modulus.slice();
    small[0] = 0x7f;
    expect(await reasonFor(withKey({ n: toBase64Url(modulus.subarray(0, 256)), e }))).toBe(
      "weak-key",
    );
    expect(await reasonFor(withKey({ n, e: "Aw" }))).toBe("weak-key");
    expect(await reasonFor(withKey({ n: toBase64Url(even), e }))).toBe("weak-key");
    expect(await reasonFor(withKey({ n: toBase64Url(small), e }))).toBe("weak-key");
    expect(await reasonFor(withKey({ n, e: "A" }))).toBe("weak-key");
  });

  it("that names one custodian twice, or a key that is no point on the curve", async () => {
    const [first] = manifest.custodianKeys;
    const broken = fromBase64Url(first);
    broken[64] = (broken[64] ?? 0) ^ 1;
    const twice = canonicalJson({ ...manifest, custodianKeys: [first, first] });
    const off = canonicalJson({ ...manifest, custodianKeys: [first, toBase64Url(broken)] });
    expect(await reasonFor(signed(twice))).toBe("weak-key");
    expect(await reasonFor(signed(off))).toBe("weak-key");
  });

  it("that is not canonical JSON, lacks a field or has one too many", async () => {
    const { region: _, ...lacking } = manifest;
    expect(await reasonFor(signed(JSON.stringify(manifest, null, 1)))).toBe("malformed");
    expect(await reasonFor(signed(canonicalJson(lacking)))).toBe("malformed");
    expect(await reasonFor(signed(canonicalJson({ ...manifest, tag: "x" })))).toBe("malformed");
    expect(await reasonFor(signed("{"))).toBe("malformed");
    expect(await reasonFor(null)).toBe("malformed");
  });

  it("served with another questionnaire than the signed one", async () => {
    const other = canonicalJson({ ...questionnaire, version: 2 });
    expect(await reasonFor(signed(text, other))).toBe("wrong-questionnaire");
    const shapeless = '{"id":"exit"}';
    const hash = createHash("sha256").update(shapeless).digest("hex");
    const signedIt = signed(canonicalJson({ ...manifest, questionnaireHash: hash }), shapeless);
    expect(await reasonFor(signedIt)).toBe("wrong-questionnaire");
  });
});

it("a manifest's signature is 64 bytes in base64url", () => {
  expect(fromBase64Url(signManifest(text, signers[0].privateKey))).toHaveLength(64);
});
