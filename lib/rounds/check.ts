import { fromBase64Url } from "@/lib/sealing/base64url";
import { owned, sha256, toHex, utf8 } from "@/lib/sealing/bytes";
import { canonicalJson } from "@/lib/sealing/canonical";
import type { Questionnaire } from "@/lib/survey/questionnaire";
import type { Manifest } from "./manifest";
import { isManifest, isSignedManifest } from "./manifest-shape";
import { isQuestionnaire } from "./questionnaire-shape";

/**
 * Why the page goes no further. `malformed`: not the manifest's shape, or not canonical JSON.
 * `bad-signature`: not signed by both custodians. `weak-key`: the issuer's or a custodian's key.
 * `wrong-questionnaire`: not the document that was signed.
 */
export type ManifestReason = "malformed" | "bad-signature" | "weak-key" | "wrong-questionnaire";

export class ManifestRefused extends Error {
  readonly reason: ManifestReason;

  constructor(reason: ManifestReason) {
    super(`manifest refused: ${reason}`);
    this.reason = reason;
  }
}

/** SHA-256 of the manifest's text, 32 bytes: in every credential message, AAD and mail. */
export function manifestHash(text: string): Promise<Uint8Array<ArrayBuffer>> {
  return sha256(utf8(text));
}

/** The value of a canonical JSON text: one reading only, in whatever language the client is written. */
function readCanonical(text: string, reason: ManifestReason): unknown {
  try {
    const value: unknown = JSON.parse(text);
    if (canonicalJson(value) === text) return value;
  } catch {
    // Refused below, like any other text that is not canonical.
  }
  throw new ManifestRefused(reason);
}

/** Whether a long-term key (uncompressed point, base64url) made a signature over these very characters. */
export async function signedBy(key: string, signature: string, text: string): Promise<boolean> {
  try {
    const algorithm = { name: "ECDSA", namedCurve: "P-256" };
    const point = fromBase64Url(key);
    const opened = await crypto.subtle.importKey("raw", point, algorithm, false, ["verify"]);
    const ecdsa = { name: "ECDSA", hash: "SHA-256" };
    return await crypto.subtle.verify(ecdsa, opened, fromBase64Url(signature), utf8(text));
  } catch {
    return false;
  }
}

/** At least 3 072 bits without a leading zero byte, odd, and e = 65537. */
function strongIssuerKey({ n, e }: Manifest["issuerKey"]): boolean {
  const modulus = fromBase64Url(n);
  const [first = 0, last = 0] = [modulus[0], modulus.at(-1)];
  return modulus.length >= 384 && first >= 0x80 && last % 2 === 1 && e === "AQAB";
}

/** An uncompressed point that WebCrypto finds on the curve. */
async function isCustodianKey(key: string): Promise<boolean> {
  const algorithm = { name: "ECDH", namedCurve: "P-256" };
  const point = owned(fromBase64Url(key));
  await crypto.subtle.importKey("raw", point, algorithm, false, []);
  return point.length === 65 && point[0] === 4;
}

async function strongKeys(manifest: Manifest): Promise<boolean> {
  try {
    const points = await Promise.all(manifest.custodianKeys.map(isCustodianKey));
    const [first, second] = manifest.custodianKeys;
    return strongIssuerKey(manifest.issuerKey) && points.every(Boolean) && first !== second;
  } catch {
    return false;
  }
}

/**
 * What the page does before it believes anything (design 2, step 3).
 * `custodianKeys`: both custodians' long-term ECDSA P-256 keys (uncompressed points, base64url),
 * custodian 1 then 2, built into the page. Throws `ManifestRefused`.
 */
export async function openManifest(
  signed: unknown,
  custodianKeys: readonly [string, string],
): Promise<{ manifest: Manifest; hash: Uint8Array<ArrayBuffer>; questionnaire: Questionnaire }> {
  if (!isSignedManifest(signed)) throw new ManifestRefused("malformed");
  const verdicts = await Promise.all([
    signedBy(custodianKeys[0], signed.signatures[0], signed.manifest),
    signedBy(custodianKeys[1], signed.signatures[1], signed.manifest),
  ]);
  if (!verdicts.every(Boolean)) throw new ManifestRefused("bad-signature");

  const manifest = readCanonical(signed.manifest, "malformed");
  if (!isManifest(manifest)) throw new ManifestRefused("malformed");
  if (!(await strongKeys(manifest))) throw new ManifestRefused("weak-key");

  if (toHex(await sha256(utf8(signed.questionnaire))) !== manifest.questionnaireHash) {
    throw new ManifestRefused("wrong-questionnaire");
  }
  const questionnaire = readCanonical(signed.questionnaire, "wrong-questionnaire");
  // Hashed between the two longest steps: a slow phone gets to show and to answer something in between.
  const hash = await manifestHash(signed.manifest);
  if (!isQuestionnaire(questionnaire)) throw new ManifestRefused("wrong-questionnaire");
  return { manifest, hash, questionnaire };
}
