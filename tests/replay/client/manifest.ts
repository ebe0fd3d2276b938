import { createPublicKey, verify } from "node:crypto";
import { base64url, canonicalJson, concat, fromBase64url, hex, sha256, utf8 } from "./encoding";

/** The manifest, docs/api.md, section 2. */
export type Manifest = {
  readonly protocol: string;
  readonly quarter: string;
  readonly issuerKey: { readonly n: string; readonly e: string };
  readonly custodianKeys: readonly [string, string];
  readonly questionnaireHash: string;
  readonly tree: {
    readonly units: Readonly<Record<string, string>>;
    readonly pictured: readonly string[];
  };
  readonly series: readonly string[];
  readonly limits: { readonly k: number; readonly c: number };
  readonly padSize: number;
};

/** A manifest that was believed, with its hash. */
export type Round = { readonly manifest: Manifest; readonly manifestHash: Uint8Array };

const FIELDS = [
  "protocol quarter issuerKey custodianKeys questionnaireHash tree unitNames groupNames merged",
  "series limits padSize opens issuingStops receivingStops publishes operator region",
].flatMap((line) => line.split(" "));

function demand(held: boolean, what: string): asserts held {
  if (!held) throw new Error(`The manifest is refused: ${what}.`);
}

/** A P-256 point of 65 bytes that begins with 04; importing it checks that it lies on the curve. */
export function pointKey(text: string) {
  const point = fromBase64url(text);
  demand(point.length === 65 && point[0] === 4, "a key is no uncompressed point");
  const [x, y] = [base64url(point.slice(1, 33)), base64url(point.slice(33))];
  return createPublicKey({ key: { kty: "EC", crv: "P-256", x, y }, format: "jwk" });
}

function checkSignatures(text: string, signatures: readonly string[], signers: readonly string[]) {
  demand(signatures.length === 2, "it has not two signatures");
  for (const [i, signer] of signers.entries()) {
    const key = { key: pointKey(signer), dsaEncoding: "ieee-p1363" } as const;
    const signature = fromBase64url(signatures[i] ?? "");
    demand(signature.length === 64, "a signature has not 64 bytes");
    demand(verify("sha256", utf8(text), key, signature), `signature ${i + 1} does not verify`);
  }
}

function checkIssuerKey({ n, e }: Manifest["issuerKey"]): void {
  const modulus = fromBase64url(n);
  const first = modulus[0] ?? 0;
  const last = modulus.at(-1) ?? 0;
  demand(modulus.length >= 384 && first >= 128, "the issuer's key is short");
  demand(last % 2 === 1 && e === "AQAB", "the issuer's key is of another kind");
}

type Served = {
  readonly manifest: string;
  readonly signatures: readonly string[];
  readonly questionnaire: string;
};

/** Believes a served manifest, or throws the reason. `signers`: both custodians' long-term public keys. */
export function believe(served: Served, signers: readonly [string, string]): Round {
  checkSignatures(served.manifest, served.signatures, signers);
  const manifest: Manifest = JSON.parse(served.manifest);
  demand(canonicalJson(manifest) === served.manifest, "its text is not canonical");
  const fields = Object.keys(manifest);
  const same = fields.length === FIELDS.length && FIELDS.every((field) => fields.includes(field));
  demand(same, `its fields are ${fields.sort().join(", ")}`);
  demand(manifest.protocol === "sorti/v1" && manifest.padSize === 4096, "another protocol");
  checkIssuerKey(manifest.issuerKey);
  const [one, two] = manifest.custodianKeys;
  demand(manifest.custodianKeys.length === 2 && one !== two, "the custodians' keys are one");
  pointKey(one);
  pointKey(two);
  const hash = hex(sha256(utf8(served.questionnaire)));
  demand(hash === manifest.questionnaireHash, "the questionnaire is another");
  const asked: unknown = JSON.parse(served.questionnaire);
  demand(canonicalJson(asked) === served.questionnaire, "the questionnaire is not canonical");
  return { manifest, manifestHash: sha256(concat(utf8(served.manifest))) };
}
