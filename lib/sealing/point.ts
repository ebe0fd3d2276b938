import { createPublicKey, type KeyObject } from "node:crypto";
import { concatBytes } from "./bytes";
import { POINT_LENGTH } from "./envelope";

/** SubjectPublicKeyInfo of a P-256 key up to its point (RFC 5480). */
const SPKI = Buffer.from("3059301306072a8648ce3d020106082a8648ce3d030107034200", "hex");

/** A P-256 public key from its uncompressed point; throws when that is not a point on the curve. */
export function publicKeyFromPoint(point: Uint8Array): KeyObject {
  if (point.length !== POINT_LENGTH || point[0] !== 4) throw new RangeError("not a P-256 point");
  const der = Buffer.from(concatBytes(SPKI, point));
  return createPublicKey({ key: der, format: "der", type: "spki" });
}

/** The uncompressed point (65 bytes) of a P-256 key, private or public. */
export function pointOf(key: KeyObject): Uint8Array<ArrayBuffer> {
  const open = key.type === "private" ? createPublicKey(key) : key;
  return new Uint8Array(open.export({ format: "der", type: "spki" }).subarray(SPKI.length));
}
