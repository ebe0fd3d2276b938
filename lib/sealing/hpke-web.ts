import { concatBytes, owned, utf8 } from "./bytes";

/** RFC 9180: KEM 0x0010 DHKEM(P-256, HKDF-SHA256), KDF 0x0001 HKDF-SHA256, AEAD 0x0002 AES-256-GCM. */
const VERSION = utf8("HPKE-v1");
const KEM_SUITE = concatBytes(utf8("KEM"), Uint8Array.of(0x00, 0x10));
const HPKE_SUITE = concatBytes(utf8("HPKE"), Uint8Array.of(0, 0x10, 0, 0x01, 0, 0x02));
const NOTHING = new Uint8Array(0);
const BASE_MODE = Uint8Array.of(0);
const CURVE = { name: "ECDH", namedCurve: "P-256" };

type Bytes = Uint8Array<ArrayBuffer>;

async function hmac(key: Bytes, ...parts: readonly Uint8Array[]): Promise<Bytes> {
  // WebCrypto refuses an empty key; HMAC fills a short key with zeros, so these 32 are the same one.
  const filled = key.length > 0 ? key : new Uint8Array(32);
  const sha256 = { name: "HMAC", hash: "SHA-256" };
  const opened = await crypto.subtle.importKey("raw", filled, sha256, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", opened, concatBytes(...parts)));
}

function extract(suite: Bytes, salt: Bytes, label: string, input: Bytes): Promise<Bytes> {
  return hmac(salt, VERSION, suite, utf8(label), input);
}

/** One HMAC block is enough: nothing here is longer than 32 bytes. */
async function expand(suite: Bytes, secret: Bytes, label: string, context: Bytes, length: number) {
  const size = Uint8Array.of(0, length);
  const block = await hmac(secret, size, VERSION, suite, utf8(label), context, Uint8Array.of(1));
  return block.slice(0, length);
}

/**
 * Encap with a given ephemeral key pair (RFC 9180, section 4.1).
 * `recipient`, `enc`: uncompressed points, 65 bytes; `shared`: 32 bytes.
 */
export async function encapsulate(
  ephemeral: CryptoKeyPair,
  recipient: Uint8Array,
): Promise<{ enc: Bytes; shared: Bytes }> {
  const point = owned(recipient);
  const publicKey = await crypto.subtle.importKey("raw", point, CURVE, false, []);
  const ecdh = { name: "ECDH", public: publicKey };
  const dh = await crypto.subtle.deriveBits(ecdh, ephemeral.privateKey, 256);
  const enc = new Uint8Array(await crypto.subtle.exportKey("raw", ephemeral.publicKey));
  const prk = await extract(KEM_SUITE, NOTHING, "eae_prk", new Uint8Array(dh));
  const shared = await expand(KEM_SUITE, prk, "shared_secret", concatBytes(enc, point), 32);
  return { enc, shared };
}

/** The AES key (32 bytes) and nonce (12) of a single-shot base-mode message (section 5.1). */
async function keySchedule(shared: Bytes, info: Bytes): Promise<{ key: Bytes; nonce: Bytes }> {
  const [psk, about] = await Promise.all([
    extract(HPKE_SUITE, NOTHING, "psk_id_hash", NOTHING),
    extract(HPKE_SUITE, NOTHING, "info_hash", info),
  ]);
  const context = concatBytes(BASE_MODE, psk, about);
  const secret = await extract(HPKE_SUITE, shared, "secret", NOTHING);
  const [key, nonce] = await Promise.all([
    expand(HPKE_SUITE, secret, "key", context, 32),
    expand(HPKE_SUITE, secret, "base_nonce", context, 12),
  ]);
  return { key, nonce };
}

/** What is sealed, to whom, and what it is bound to. `recipient`: an uncompressed point, 65 bytes. */
export type Message = {
  readonly recipient: Uint8Array;
  readonly info: Bytes;
  readonly aad: Uint8Array;
  readonly plaintext: Uint8Array;
};

/** `enc ‖ ciphertext ‖ tag` with a given ephemeral key pair, which must never be used again. */
export async function sealWith(ephemeral: CryptoKeyPair, message: Message): Promise<Bytes> {
  const { enc, shared } = await encapsulate(ephemeral, message.recipient);
  const { key, nonce } = await keySchedule(shared, message.info);
  const opened = await crypto.subtle.importKey("raw", key, "AES-GCM", false, ["encrypt"]);
  const gcm = { name: "AES-GCM", iv: nonce, additionalData: owned(message.aad) };
  const sealed = await crypto.subtle.encrypt(gcm, opened, owned(message.plaintext));
  return concatBytes(enc, new Uint8Array(sealed));
}

/** Seals one message on WebCrypto alone, with a fresh key pair that is forgotten at once. */
export async function sealMessage(message: Message): Promise<Bytes> {
  return sealWith(await crypto.subtle.generateKey(CURVE, false, ["deriveBits"]), message);
}
