import { utf8 } from "./bytes";

/** Custodian 1 opens the inner layer, custodian 2 the outer. */
export type Custodian = 1 | 2;

/** The HPKE `info`: a layer sealed for one custodian cannot be passed off as the other's. */
export function custodianInfo(custodian: Custodian): Uint8Array<ArrayBuffer> {
  return utf8(`sorti/v1 custodian ${custodian}`);
}

/** An uncompressed P-256 point, and so HPKE's `enc`, is 65 bytes; AES-GCM's tag is 16. */
export const POINT_LENGTH = 65;
const LAYER = POINT_LENGTH + 16;

/** Plaintext sizes of an answer, bytes: the first is the manifest's `padSize`. */
export const ANSWER_STEPS = [4096, 8192] as const;

/** Length of a sealed answer as it is sent: 4 258 and 8 354 bytes. */
export const SEALED_LENGTHS = ANSWER_STEPS.map((step) => step + 2 * LAYER);

/** Length of the inner layer, when the outer one is off: 4 177 and 8 273 bytes. */
export const PEELED_LENGTHS = ANSWER_STEPS.map((step) => step + LAYER);

/** The text was longer than the largest step; the page's own limits should make this impossible. */
export class TooLong extends Error {}

/** The step that holds `length` bytes and the padding's mark. */
export function answerStep(length: number): number {
  const step = ANSWER_STEPS.find((size) => length < size);
  if (step === undefined) throw new TooLong(`${length} bytes do not fit in the largest envelope`);
  return step;
}

/** The smallest of `smallest · 2^j` that holds `length` bytes and the padding's mark. */
export function doublingStep(length: number, smallest: number): number {
  let step = smallest;
  while (length >= step) step *= 2;
  return step;
}

/** ISO/IEC 7816-4 padding: one byte 0x80, then zeros up to `size`. */
export function pad(plaintext: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  if (plaintext.length >= size)
    throw new TooLong(`${plaintext.length} bytes do not fit in ${size}`);
  const padded = new Uint8Array(size);
  padded.set(plaintext);
  padded[plaintext.length] = 0x80;
  return padded;
}

/** What stood before the padding; null when the padding is not as `pad` writes it. */
export function unpad(padded: Uint8Array): Uint8Array | null {
  let end = padded.length - 1;
  while (end >= 0 && padded[end] === 0) end -= 1;
  return end >= 0 && padded[end] === 0x80 ? padded.subarray(0, end) : null;
}
