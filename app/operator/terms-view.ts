import { createHash } from "node:crypto";
import type { TermsView } from "@/components/operator/quarter-view";
import { ceremonyPaper } from "@/lib/ceremony/terms";
import { signedTerms, termsLaid } from "@/lib/cli/handed-over";
import type { Quarter } from "@/lib/quarters/quarter";
import { manifestSchema } from "@/lib/rounds/manifest";

/** What was laid out of a quarter that is not planned yet, in short; null when nothing was. */
export function termsView(quarter: Quarter): TermsView | null {
  const laid = termsLaid(quarter);
  const paper = laid === null ? null : ceremonyPaper(JSON.parse(laid));
  if (paper?.kind !== "terms") return null;
  const { manifest: text } = paper.terms;
  const { opens, issuingStops, limits, tree } = manifestSchema.parse(JSON.parse(text));
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 16);
  const state = signedTerms(quarter) === null ? "waits" : "signed";
  const units = Object.keys(tree.units).length;
  return { state, opens, issuingStops, k: limits.k, c: limits.c, units, hash };
}
