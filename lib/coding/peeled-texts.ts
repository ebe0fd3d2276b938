import { z } from "zod";
import { CodingRefused } from "@/lib/coding/refused";
import { isQuarter, type Quarter } from "@/lib/quarters/quarter";
import { fromBase64Url, toBase64Url } from "@/lib/sealing/base64url";
import { canonicalJson } from "@/lib/sealing/canonical";

const quarter = z.custom<Quarter>((value) => typeof value === "string" && isQuarter(value));

const fileSchema = z.strictObject({
  format: z.literal("sorti/texts/1"),
  round: quarter,
  blob: z.string().regex(/^[0-9a-f]{64}$/),
  sealed: z.string().min(1),
});

/** The waiting texts with custodian 2's layer off: still sealed to custodian 1. */
export type PeeledTexts = {
  /** The round whose keys open them. */
  readonly round: Quarter;
  /** SHA-256 of what lay in the database, hex: what was peeled is what waits, or it is outdated. */
  readonly blob: string;
  readonly sealed: Uint8Array;
};

/** The file that custodian 2 hands to custodian 1. */
export function peeledTextsFile({ round, blob, sealed }: PeeledTexts): string {
  const content = { format: "sorti/texts/1", round, blob, sealed: toBase64Url(sealed) };
  return `${canonicalJson(content)}\n`;
}

/** Reads it. Throws `CodingRefused("unreadable")`. */
export function readPeeledTexts(text: string): PeeledTexts {
  try {
    const { round, blob, sealed } = fileSchema.parse(JSON.parse(text));
    return { round, blob, sealed: fromBase64Url(sealed) };
  } catch {
    throw new CodingRefused("unreadable");
  }
}
