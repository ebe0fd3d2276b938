import { constants, createHash, createPublicKey, randomBytes, verify } from "node:crypto";
import { concat, fromBase64url, utf8 } from "./encoding";
import type { Manifest } from "./manifest";

/** RSABSSA-SHA384-PSS-Randomized, written from RFC 9474 and docs/api.md, section 4. */

const HASH_BYTES = 48;
const SALT_BYTES = 48;

const toNumber = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString("hex")}`);

/** I2OSP */
const toBytes = (value: bigint, length: number): Uint8Array =>
  new Uint8Array(Buffer.from(value.toString(16).padStart(length * 2, "0"), "hex"));

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let square = base % modulus;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

function inverse(value: bigint, modulus: bigint): bigint | null {
  let [a, b, x, y] = [value % modulus, modulus, 1n, 0n];
  while (b > 0n) {
    const q = a / b;
    [a, b, x, y] = [b, a - q * b, y, x - q * y];
  }
  if (a !== 1n) return null;
  return x < 0n ? x + modulus : x;
}

const sha384 = (bytes: Uint8Array): Uint8Array => createHash("sha384").update(bytes).digest();

/** MGF1 with SHA-384 (RFC 8017, appendix B.2.1). */
function mask(seed: Uint8Array, length: number): Uint8Array {
  const blocks = Array.from({ length: Math.ceil(length / HASH_BYTES) }, (_, i) =>
    sha384(concat(seed, toBytes(BigInt(i), 4))),
  );
  return concat(...blocks).slice(0, length);
}

/** EMSA-PSS-ENCODE (RFC 8017, section 9.1.1) for `bits` = length of the modulus less one. */
function encode(message: Uint8Array, bits: number): Uint8Array {
  const length = Math.ceil(bits / 8);
  const salt = randomBytes(SALT_BYTES);
  const hash = sha384(concat(new Uint8Array(8), sha384(message), salt));
  const padding = new Uint8Array(length - SALT_BYTES - HASH_BYTES - 2);
  const data = concat(padding, Uint8Array.of(1), salt);
  const masks = mask(hash, data.length);
  const masked = data.map((byte, i) => byte ^ (masks[i] ?? 0));
  masked[0] = (masked[0] ?? 0) & (0xff >> (8 * length - bits));
  return concat(masked, hash, Uint8Array.of(0xbc));
}

type Key = Manifest["issuerKey"];

const parts = ({ n, e }: Key) => {
  const bytes = fromBase64url(n);
  return { n: toNumber(bytes), e: toNumber(fromBase64url(e)), length: bytes.length };
};

export type Blinded = {
  readonly prepared: Uint8Array;
  readonly blinded: Uint8Array;
  readonly inverse: bigint;
};

/** The message of section 4, prepared (104 bytes) and blinded (RFC 9474, section 4.2). */
export function blind(
  key: Key,
  manifestHash: Uint8Array,
  digest: Uint8Array = randomBytes(32),
): Blinded {
  const message = concat(utf8("sorti/v1"), manifestHash, digest);
  const prepared = concat(randomBytes(32), message);
  const { n, e, length } = parts(key);
  const encoded = toNumber(encode(prepared, n.toString(2).length - 1));
  for (;;) {
    const r = toNumber(randomBytes(length));
    const undo = r > 0n && r < n ? inverse(r, n) : null;
    if (undo === null) continue;
    const blinded = toBytes((encoded * power(r, e, n)) % n, length);
    return { prepared, blinded, inverse: undo };
  }
}

/** RFC 9474, section 4.4. Throws when the signature does not verify: then it must not be used. */
export function finalize(key: Key, asked: Blinded, blindSignature: Uint8Array): Uint8Array {
  const { n, length } = parts(key);
  const signature = toBytes((toNumber(blindSignature) * asked.inverse) % n, length);
  const settings = {
    key: createPublicKey({ key: { kty: "RSA", ...key }, format: "jwk" }),
    padding: constants.RSA_PKCS1_PSS_PADDING,
    saltLength: SALT_BYTES,
  };
  if (!verify("sha384", asked.prepared, settings, signature)) {
    throw new Error("The issuer's signature does not verify.");
  }
  return signature;
}
