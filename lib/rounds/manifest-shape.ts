import { SERIES } from "@/lib/disclosure/release";
import type { Manifest, SignedManifest } from "./manifest";
import { dictionary, list, oneOf, row, strict, text, whole } from "./shape";

const base64url = text(/^[A-Za-z0-9_-]+$/);

const manifest = strict({
  protocol: oneOf("sorti/v1"),
  quarter: text(/^\d{4}-Q[1-4]$/),
  issuerKey: strict({ n: base64url, e: base64url }),
  custodianKeys: row(base64url, base64url),
  questionnaireHash: text(/^[0-9a-f]{64}$/),
  tree: strict({ units: dictionary(text()), pictured: list(text()) }),
  unitNames: dictionary(text()),
  groupNames: dictionary(text()),
  merged: dictionary(text()),
  series: list(oneOf(...SERIES), 1),
  limits: strict({ k: whole(5), c: oneOf(0, 1) }),
  padSize: oneOf(4096),
  opens: text(),
  issuingStops: text(),
  receivingStops: text(),
  publishes: text(),
  operator: text(),
  region: text(),
});

const signed = strict({
  manifest: text(),
  signatures: row(base64url, base64url),
  questionnaire: text(),
});

/** The same verdict as `manifestSchema`, for the page. */
export function isManifest(value: unknown): value is Manifest {
  return manifest(value);
}

/** The same verdict as `signedManifestSchema`, for the page. */
export function isSignedManifest(value: unknown): value is SignedManifest {
  return signed(value);
}
