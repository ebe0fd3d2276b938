import { type KeyObject, sign } from "node:crypto";
import { toBase64Url } from "@/lib/sealing/base64url";
import { utf8 } from "@/lib/sealing/bytes";

/**
 * One custodian's signature over a manifest's text: ECDSA P-256, SHA-256, raw r‖s (64 bytes), base64url.
 * `longTermPrivateKey`: the custodian's signing key, opened.
 */
export function signManifest(text: string, longTermPrivateKey: KeyObject): string {
  const signature = sign("sha256", utf8(text), {
    key: longTermPrivateKey,
    dsaEncoding: "ieee-p1363",
  });
  return toBase64Url(signature);
}
