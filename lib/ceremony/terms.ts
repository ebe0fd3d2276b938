import { z } from "zod";
import { isQuarter, type Quarter } from "@/lib/quarters/quarter";

const quarter = z.custom<Quarter>((value) => typeof value === "string" && isQuarter(value));

const termsSchema = z.strictObject({ manifest: z.string(), questionnaire: z.string() });
const signedTermsSchema = termsSchema.extend({ signature: z.string() });
const textsToPeelSchema = z.strictObject({
  format: z.literal("sorti/texts-to-peel/1"),
  round: quarter,
  manifestHash: z.string().regex(/^[0-9a-f]{64}$/),
  blob: z.base64(),
});
const keysDestroyedSchema = z.strictObject({
  format: z.literal("sorti/keys-destroyed/1"),
  custodian: z.literal(2),
  quarters: z.array(quarter).min(1),
});

/** A quarter's terms as custodian 2 gets them, with the questionnaire that they name. */
export type Terms = z.infer<typeof termsSchema>;
/** The same with custodian 2's signature over the manifest. */
export type SignedTerms = z.infer<typeof signedTermsSchema>;
/** The comments that wait, for custodian 2's machine. `blob`: base64. */
export type TextsToPeel = z.infer<typeof textsToPeelSchema>;
/** What custodian 2's machine says when the keys of mixed rounds are gone there. */
export type KeysDestroyed = z.infer<typeof keysDestroyedSchema>;

/** A file of the ceremony that is JSON, by its shape; null when it is none of these. */
export type CeremonyPaper =
  | { readonly kind: "terms"; readonly terms: Terms }
  | { readonly kind: "signed"; readonly signed: SignedTerms }
  | { readonly kind: "texts-to-peel"; readonly texts: TextsToPeel }
  | { readonly kind: "keys-destroyed"; readonly destroyed: KeysDestroyed };

/** Reads such a file's value. */
export function ceremonyPaper(value: unknown): CeremonyPaper | null {
  const signed = signedTermsSchema.safeParse(value);
  if (signed.success) return { kind: "signed", signed: signed.data };
  const terms = termsSchema.safeParse(value);
  if (terms.success) return { kind: "terms", terms: terms.data };
  const texts = textsToPeelSchema.safeParse(value);
  if (texts.success) return { kind: "texts-to-peel", texts: texts.data };
  const destroyed = keysDestroyedSchema.safeParse(value);
  return destroyed.success ? { kind: "keys-destroyed", destroyed: destroyed.data } : null;
}
