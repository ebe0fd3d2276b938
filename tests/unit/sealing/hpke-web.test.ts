import { Aes128Gcm, Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from "@hpke/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concatBytes, owned, toHex, utf8 } from "@/lib/sealing/bytes";
import { custodianInfo } from "@/lib/sealing/envelope";
import { encapsulate, sealMessage, sealWith } from "@/lib/sealing/hpke-web";
import { openEnvelope } from "@/lib/sealing/open";
import { custodians } from "../rounds/fixtures";

const hex = (text: string) => owned(Buffer.from(text, "hex"));

/** RFC 9180, appendix A.3.1: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM, base mode. */
const A3 = {
  info: "4f6465206f6e2061204772656369616e2055726e",
  pkEm: "04a92719c6195d5085104f469a8b9814d5838ff72b60501e2c4466e5e67b325ac98536d7b61a1af4b78e5b7f951c0900be863c403ce65c9bfcb9382657222d18c4",
  skEm: "4995788ef4b9d6132b249ce59a77281493eb39af373d236a1fe415cb0c2d7beb",
  pkRm: "04fe8c19ce0905191ebc298a9245792531f26f0cece2460639e8bc39cb7f706a826a779b4cf969b8a0e539c7f62fb3d30ad6aa8f80e30f1d128aafd68a2ce72ea0",
  skRm: "f3ce7fdae57e1a310d87f1ebbde6f328be0a99cdbcadf4d6589cf29de4b8ffd2",
  shared: "c0d26aeab536609a572b07695d933b589dcf363ff9d93c93adea537aeabb8cb8",
  pt: "4265617574792069732074727574682c20747275746820626561757479",
  aad: "436f756e742d30",
  ct: "5ad590bb8baa577f8619db35a36311226a896e7342a6d836d8b7bcd2f20b6c7f9076ac232e3ab2523f39513434",
};

async function pairOf(point: string, scalar: string): Promise<CryptoKeyPair> {
  const base64url = (part: string) => Buffer.from(part, "hex").toString("base64url");
  const x = base64url(point.slice(2, 66));
  const y = base64url(point.slice(66));
  const jwk = { kty: "EC", crv: "P-256", x, y };
  const curve = { name: "ECDH", namedCurve: "P-256" };
  return {
    publicKey: await crypto.subtle.importKey("jwk", jwk, curve, true, []),
    privateKey: await crypto.subtle.importKey(
      "jwk",
      { ...jwk, d: base64url(scalar) },
      curve,
      true,
      ["deriveBits"],
    ),
  };
}

const suiteWith = (aead: Aes128Gcm | Aes256Gcm) =>
  new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead });
const suite = suiteWith(new Aes256Gcm());

const ephemeral = await pairOf(A3.pkEm, A3.skEm);
const recipient = await pairOf(A3.pkRm, A3.skRm);

describe("the page's sealing follows RFC 9180, appendix A.3.1", () => {
  it("agrees with the printed encapsulation and shared secret", async () => {
    const { enc, shared } = await encapsulate(ephemeral, hex(A3.pkRm));
    expect(toHex(enc)).toBe(A3.pkEm);
    expect(toHex(shared)).toBe(A3.shared);
  });

  it("is checked against an oracle that reproduces the printed ciphertext", async () => {
    const message = { recipientPublicKey: recipient.publicKey, info: hex(A3.info), ekm: ephemeral };
    const { ct } = await suiteWith(new Aes128Gcm()).seal(message, hex(A3.pt), hex(A3.aad));
    expect(toHex(new Uint8Array(ct))).toBe(A3.ct);
  });

  it("writes byte for byte what the oracle writes with the same ephemeral key", async () => {
    const message = { recipientPublicKey: recipient.publicKey, info: hex(A3.info), ekm: ephemeral };
    const theirs = await suite.seal(message, hex(A3.pt), hex(A3.aad));
    const ours = await sealWith(ephemeral, {
      recipient: hex(A3.pkRm),
      info: hex(A3.info),
      aad: hex(A3.aad),
      plaintext: hex(A3.pt),
    });
    expect(toHex(ours)).toBe(
      toHex(concatBytes(new Uint8Array(theirs.enc), new Uint8Array(theirs.ct))),
    );
  });
});

describe("what the page seals", () => {
  const bytes = fc.uint8Array({ maxLength: 600 });

  it("is opened by the independent library, whatever it is", async () => {
    await fc.assert(
      fc.asyncProperty(bytes, bytes, bytes, async (plaintext, info, aad) => {
        const layer = await sealMessage({
          recipient: hex(A3.pkRm),
          info: owned(info),
          aad,
          plaintext,
        });
        const opened = await suite.open(
          { recipientKey: recipient.privateKey, enc: layer.slice(0, 65), info: owned(info) },
          layer.slice(65),
          owned(aad),
        );
        expect(new Uint8Array(opened)).toEqual(owned(plaintext));
      }),
      { numRuns: 50 },
    );
  });

  it("is opened by the mix, which uses OpenSSL", async () => {
    const [first] = custodians;
    const aad = new Uint8Array(32).fill(7);
    const layer = await sealMessage({
      recipient: first.publicPoint,
      info: custodianInfo(1),
      aad,
      plaintext: utf8("hej"),
    });
    expect(openEnvelope(first, layer, aad)).toEqual(utf8("hej"));
  });

  it("is not sealed at all to something that is no point on the curve", async () => {
    const message = { info: utf8("x"), aad: utf8("x"), plaintext: utf8("x") };
    const off = hex(A3.pkRm);
    off[64] = (off[64] ?? 0) ^ 1;
    await expect(sealMessage({ ...message, recipient: off })).rejects.toThrow();
    await expect(sealMessage({ ...message, recipient: new Uint8Array(65) })).rejects.toThrow();
  });
});
