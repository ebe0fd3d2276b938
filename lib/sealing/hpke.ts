import { createHmac } from "node:crypto";
import { concatBytes, utf8 } from "./bytes";

/** RFC 9180 with DHKEM(P-256, HKDF-SHA256) = 0x0010, HKDF-SHA256 = 0x0001, AES-256-GCM = 0x0002. */
const VERSION = utf8("HPKE-v1");
const KEM_SUITE = concatBytes(utf8("KEM"), Uint8Array.of(0x00, 0x10));
const HPKE_SUITE = concatBytes(utf8("HPKE"), Uint8Array.of(0, 0x10, 0, 0x01, 0, 0x02));
const NOTHING = new Uint8Array(0);
const BASE_MODE = Uint8Array.of(0);

function hmac(key: Uint8Array, ...parts: readonly Uint8Array[]): Uint8Array {
  const mac = createHmac("sha256", key);
  for (const part of parts) mac.update(part);
  return mac.digest();
}

function extract(suite: Uint8Array, salt: Uint8Array, label: string, input: Uint8Array) {
  return hmac(salt, VERSION, suite, utf8(label), input);
}

/** One HMAC block is enough: nothing here is longer than 32 bytes. */
function expand(
  suite: Uint8Array,
  secret: Uint8Array,
  label: string,
  context: Uint8Array,
  length: number,
): Uint8Array {
  const size = Uint8Array.of(0, length);
  const block = hmac(secret, size, VERSION, suite, utf8(label), context, Uint8Array.of(1));
  return block.subarray(0, length);
}

/**
 * The AES key (32 bytes) and nonce (12) of a single-shot base-mode message (RFC 9180, sections 4.1 and 5.1).
 * `dh`: the raw ECDH secret; `enc` and `recipient`: uncompressed points.
 */
export function keySchedule(
  dh: Uint8Array,
  enc: Uint8Array,
  recipient: Uint8Array,
  info: Uint8Array,
): { key: Uint8Array; nonce: Uint8Array } {
  const prk = extract(KEM_SUITE, NOTHING, "eae_prk", dh);
  const shared = expand(KEM_SUITE, prk, "shared_secret", concatBytes(enc, recipient), 32);
  const context = concatBytes(
    BASE_MODE,
    extract(HPKE_SUITE, NOTHING, "psk_id_hash", NOTHING),
    extract(HPKE_SUITE, NOTHING, "info_hash", info),
  );
  const secret = extract(HPKE_SUITE, shared, "secret", NOTHING);
  return {
    key: expand(HPKE_SUITE, secret, "key", context, 32),
    nonce: expand(HPKE_SUITE, secret, "base_nonce", context, 12),
  };
}
