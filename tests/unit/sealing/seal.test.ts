import { createHash } from "node:crypto";
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from "@hpke/core";
import { describe, expect, it } from "vitest";
import { fromBase64Url } from "@/lib/sealing/base64url";
import { concatBytes, owned, utf8 } from "@/lib/sealing/bytes";
import { canonicalJson } from "@/lib/sealing/canonical";
import { custodianInfo, TooLong, unpad } from "@/lib/sealing/envelope";
import {
  type CustodianKey,
  EnvelopeRefused,
  openEnvelope,
  sealEnvelope,
  sealLayer,
} from "@/lib/sealing/open";
import type { Payload } from "@/lib/sealing/payload";
import { publicKeyFromPoint } from "@/lib/sealing/point";
import { sealAnswer } from "@/lib/sealing/seal";
import { custodians, manifest, roundKey } from "../rounds/fixtures";

const [first, second] = custodians;
const hash = owned(createHash("sha256").update(canonicalJson(manifest)).digest());
const payload: Payload = {
  unit: "VC01",
  series: "leaver",
  answers: { H1: 2, X0: "A1", X1: ["L1"], F1: "Så här var det: ”ingen lyssnade”." },
};
const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

const sealed = await sealAnswer(payload, manifest, hash);

/** Both layers off, and the padding. */
function opened(envelope: Uint8Array): string {
  const plaintext = unpad(openEnvelope(first, openEnvelope(second, envelope, hash), hash));
  if (plaintext === null) throw new Error("not padded");
  return new TextDecoder().decode(plaintext);
}

describe("a sealed answer", () => {
  it("opens with custodian 2's key and then custodian 1's, and holds the answer and nothing else", () => {
    expect(opened(sealed)).toBe(
      '{"answers":{"F1":"Så här var det: ”ingen lyssnade”.","H1":2,"X0":"A1","X1":["L1"]},"series":"leaver","unit":"VC01"}',
    );
  });

  it("carries nothing that the page's object happens to hold besides", async () => {
    const chatty = { ...payload, openedAt: "2026-08-01T10:00", userAgent: "Phone" };
    expect(opened(await sealAnswer(chatty, manifest, hash))).toBe(opened(sealed));
  });

  it("has one size, whether everything or nothing was answered", async () => {
    const empty = await sealAnswer({ ...payload, answers: {} }, manifest, hash);
    const long = await sealAnswer(
      { ...payload, answers: { F1: "å".repeat(1900) } },
      manifest,
      hash,
    );
    expect([sealed.length, empty.length, long.length]).toEqual([4258, 4258, 4258]);
    expect(openEnvelope(second, sealed, hash)).toHaveLength(4177);
    expect(openEnvelope(first, openEnvelope(second, sealed, hash), hash)).toHaveLength(4096);
  });

  it("takes the next fixed size when texts are unusually long, and is refused above that", async () => {
    const answers = { F1: "😶".repeat(1500) };
    expect(await sealAnswer({ ...payload, answers }, manifest, hash)).toHaveLength(8354);
    const far = { F1: "x".repeat(8192) };
    await expect(sealAnswer({ ...payload, answers: far }, manifest, hash)).rejects.toThrow(TooLong);
  });

  it("is never the same twice", async () => {
    expect(await sealAnswer(payload, manifest, hash)).not.toEqual(sealed);
  });
});

describe("a sealed answer stays closed", () => {
  const refused = (key: CustodianKey, envelope: Uint8Array, aad: Uint8Array = hash) =>
    expect(() => openEnvelope(key, envelope, aad)).toThrow(EnvelopeRefused);

  it("to custodian 1 alone, to custodian 2 twice and to strangers", () => {
    refused(first, sealed);
    refused(second, openEnvelope(second, sealed, hash));
    refused(roundKey(2), sealed);
  });

  it("when it was made for another manifest", () => {
    refused(second, sealed, new Uint8Array(32));
    refused(second, sealed, new Uint8Array(0));
  });

  it("when the layers' custodians are swapped", () => {
    refused({ ...second, custodian: 1 }, sealed);
    const inner = sealLayer(1, second.publicPoint, utf8("x"), hash);
    refused(second, inner);
    expect(openEnvelope({ ...second, custodian: 1 }, inner, hash)).toEqual(utf8("x"));
  });

  it("when a byte is missing, added or changed, wherever it is", () => {
    for (const length of [0, 64, 80, 81, 4257]) refused(second, sealed.subarray(0, length));
    refused(second, concatBytes(sealed, Uint8Array.of(0)));
    for (const at of [0, 1, 40, 64, 65, 2000, 4257]) {
      const changed = sealed.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      refused(second, changed);
    }
  });

  it("when its ephemeral key is no point on the curve, or written compressed", () => {
    refused(second, concatBytes(new Uint8Array(65), sealed.subarray(65)));
    expect(() => publicKeyFromPoint(second.publicPoint.subarray(0, 33))).toThrow(RangeError);
  });
});

describe("OpenSSL and @hpke/core speak the same RFC 9180", () => {
  it("what OpenSSL seals, @hpke/core opens", async () => {
    const pair = await suite.kem.generateKeyPair();
    const point = new Uint8Array(await suite.kem.serializePublicKey(pair.publicKey));
    const layer = sealLayer(1, point, utf8("hej"), hash);
    const text = await suite.open(
      { recipientKey: pair.privateKey, enc: layer.slice(0, 65), info: custodianInfo(1) },
      layer.slice(65),
      hash,
    );
    expect(new TextDecoder().decode(text)).toBe("hej");
  });

  it("what @hpke/core seals, OpenSSL opens", async () => {
    const recipientPublicKey = await suite.kem.deserializePublicKey(owned(first.publicPoint));
    const message = await suite.seal(
      { recipientPublicKey, info: custodianInfo(1) },
      utf8("hej"),
      hash,
    );
    const layer = concatBytes(new Uint8Array(message.enc), new Uint8Array(message.ct));
    expect(openEnvelope(first, layer, hash)).toEqual(utf8("hej"));
  });
});

describe("what the mix seals (totals, texts, carried-over answers)", () => {
  const seal = (text: string, smallest?: number) =>
    sealEnvelope(utf8(text), manifest.custodianKeys, hash, smallest);

  it("opens with both keys, one after the other", () => {
    expect(opened(seal("totals"))).toBe("totals");
    expect(fromBase64Url(manifest.custodianKeys[0])).toEqual(first.publicPoint);
  });

  it("has a size that says nothing below its step, and doubles above", () => {
    const lengths = ["", "x".repeat(4095), "x".repeat(4096)].map((text) => seal(text).length);
    expect(lengths).toEqual([4258, 4258, 8354]);
    expect(seal("x", 65_536)).toHaveLength(65_536 + 162);
  });
});
