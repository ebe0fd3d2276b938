import { owned } from "./bytes";

/** Base64url without padding (RFC 4648, section 5): how every binary field travels. */
export function toBase64Url(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/**
 * The bytes of a base64url text. Exactly one text stands for a value:
 * padding, other characters and stray trailing bits are a `RangeError`.
 */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) {
    throw new RangeError("not base64url");
  }
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = owned(Uint8Array.from(binary, (character) => character.charCodeAt(0)));
  if (toBase64Url(bytes) !== text) throw new RangeError("not base64url");
  return bytes;
}
