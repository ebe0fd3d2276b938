import type { Manifest } from "@/lib/rounds/manifest";
import { fromBase64Url } from "./base64url";
import { utf8 } from "./bytes";
import { canonicalJson } from "./canonical";
import { answerStep, type Custodian, custodianInfo, pad } from "./envelope";
import { sealMessage } from "./hpke-web";
import type { Payload } from "./payload";

function sealTo(custodian: Custodian, key: string, plaintext: Uint8Array, aad: Uint8Array) {
  const info = custodianInfo(custodian);
  return sealMessage({ recipient: fromBase64Url(key), info, aad, plaintext });
}

/**
 * Seals one answer: canonical JSON, padded, to custodian 1, then to custodian 2 (design 2, step 7).
 * `manifestHash` is SHA-256 of the manifest's text, the AAD of both layers.
 * The result is 4 258 bytes, since questionnaires with room for longer answers are refused (lib/survey/size.ts);
 * one that was imported before that rule could need 8 354. Throws `TooLong` above that.
 */
export async function sealAnswer(
  payload: Payload,
  manifest: Manifest,
  manifestHash: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  // Named one by one: nothing else that a caller's object carries is ever sent.
  const { answers, unit, series } = payload;
  const plaintext = utf8(canonicalJson({ answers, unit, series }));
  const padded = pad(plaintext, answerStep(plaintext.length));
  const [first, second] = manifest.custodianKeys;
  return sealTo(2, second, await sealTo(1, first, padded, manifestHash), manifestHash);
}
