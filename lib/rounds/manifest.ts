import { z } from "zod";

const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/);
const quarter = z.string().regex(/^\d{4}-Q[1-4]$/);

/** What both custodians sign for a round, and what the page believes (design 2, step 1). */
export const manifestSchema = z.strictObject({
  protocol: z.literal("sorti/v1"),
  quarter,
  /** RSA-3072 public key of the issuer: modulus and exponent, base64url, big-endian. */
  issuerKey: z.strictObject({ n: base64url, e: base64url }),
  /** HPKE public keys (P-256, uncompressed point, base64url): custodian 1 opens the inner layer, 2 the outer. */
  custodianKeys: z.tuple([base64url, base64url]),
  /** SHA-256 of the questionnaire's canonical JSON, hex. */
  questionnaireHash: z.string().regex(/^[0-9a-f]{64}$/),
  tree: z.strictObject({
    units: z.record(z.string(), z.string()),
    pictured: z.array(z.string()),
  }),
  /** Names for the page: unit code → name, peer group code → name. */
  unitNames: z.record(z.string(), z.string()),
  groupNames: z.record(z.string(), z.string()),
  /** Units that are gone, and the unit that took them over whole: what waits for them is added to its totals. */
  merged: z.record(z.string(), z.string()),
  series: z.array(z.enum(["leaver", "retiree", "mover"])).min(1),
  limits: z.strictObject({ k: z.int().min(5), c: z.union([z.literal(0), z.literal(1)]) }),
  /** Plaintext size that answers are padded to, bytes. */
  padSize: z.literal(4096),
  /** Calendar days, Europe/Stockholm. */
  opens: z.string(),
  issuingStops: z.string(),
  receivingStops: z.string(),
  publishes: z.string(),
  /** Who runs it, for the first page. */
  operator: z.string(),
  region: z.string(),
});

export type Manifest = z.infer<typeof manifestSchema>;

/** The manifest as it is served: its canonical JSON as text, and both custodians' signatures over those bytes. */
export const signedManifestSchema = z.strictObject({
  /** Canonical JSON text: the signatures and the hash are over exactly these UTF-8 bytes. */
  manifest: z.string(),
  /** ECDSA P-256 over SHA-256, raw r‖s (64 bytes), base64url, custodian 1 then 2. */
  signatures: z.tuple([base64url, base64url]),
  questionnaire: z.string(),
});

export type SignedManifest = z.infer<typeof signedManifestSchema>;
