import { randomInt } from "node:crypto";
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from "@hpke/core";
import { canonicalJson, concat, fromBase64url, hex, sha256, utf8 } from "./encoding";
import type { Round } from "./manifest";

/** docs/api.md, sections 5 and 6. */

export type Plain = {
  readonly answers: Readonly<Record<string, number | string | readonly string[]>>;
  readonly unit: string;
  readonly series: string;
};

const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

/** ISO/IEC 7816-4: one byte 80, then zeros, to 4 096 bytes or else 8 192. */
function pad(plain: Uint8Array): Uint8Array {
  const size = [4096, 8192].find((fits) => plain.length + 1 <= fits);
  if (size === undefined) throw new Error("The answer is too long to be sealed.");
  return concat(plain, Uint8Array.of(0x80), new Uint8Array(size - plain.length - 1));
}

async function layer(content: Uint8Array, custodian: 1 | 2, { manifest, manifestHash }: Round) {
  const point = fromBase64url(manifest.custodianKeys[custodian - 1] ?? "");
  const recipientPublicKey = await suite.kem.deserializePublicKey(concat(point).buffer);
  const info = concat(utf8(`sorti/v1 custodian ${custodian}`)).buffer;
  const sender = await suite.createSenderContext({ recipientPublicKey, info });
  const sealed = await sender.seal(concat(content).buffer, concat(manifestHash).buffer);
  return concat(new Uint8Array(sender.enc), new Uint8Array(sealed));
}

/** Seals an answer to custodian 1, then to custodian 2. */
export async function seal(plain: Plain, round: Round): Promise<Uint8Array> {
  const inner = await layer(pad(utf8(canonicalJson(plain))), 1, round);
  return layer(inner, 2, round);
}

const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A receipt of 100 random bits: 20 characters. */
export const newReceipt = (): string =>
  Array.from({ length: 20 }, () => CROCKFORD.charAt(randomInt(32))).join("");

/** SHA-256 of a receipt's 20 characters, however it is written. */
export function withdrawalHash(receipt: string): Uint8Array {
  const plain = receipt.toUpperCase().replace(/[\s-]/g, "");
  return sha256(utf8(plain.replaceAll("O", "0").replace(/[IL]/g, "1")));
}

/** As it stands in the public lists. */
export const listed = (receipt: string): string => hex(withdrawalHash(receipt));
