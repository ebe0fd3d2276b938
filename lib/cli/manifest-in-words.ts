import { createHash } from "node:crypto";
import { Refusal } from "@/lib/cli/refusal";
import { manifestSchema } from "@/lib/rounds/manifest";
import { canonicalJson } from "@/lib/sealing/canonical";
import { questionnaireSchema } from "@/lib/survey/questionnaire";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

function canonical<T>(text: string, parse: (value: unknown) => T): T {
  try {
    const value: unknown = JSON.parse(text);
    if (canonicalJson(value) === text) return parse(value);
  } catch {
    // Refused below, like any other text that is not canonical.
  }
  throw new Refusal("The file is not a manifest with its questionnaire. Nothing was signed.");
}

/** What a custodian signs, line by line. Refuses a manifest that is none, and another questionnaire than it names. */
export function manifestInWords(text: string, questionnaire: string): string {
  const manifest = canonical(text, (value) => manifestSchema.parse(value));
  const { title, version } = canonical(questionnaire, (value) => questionnaireSchema.parse(value));
  if (sha256(questionnaire) !== manifest.questionnaireHash) {
    throw new Refusal(
      "The questionnaire is not the one that the manifest names. Nothing was signed.",
    );
  }
  const { limits, custodianKeys, issuerKey } = manifest;
  return [
    `Quarter: ${manifest.quarter}, for ${manifest.region}, run by ${manifest.operator}`,
    `Open: ${manifest.opens} to ${manifest.issuingStops}; receiving stops ${manifest.receivingStops}; report ${manifest.publishes}`,
    `Limits: at least ${limits.k} answers for a unit, ${limits.c} known to an insider; counted apart: ${manifest.series.join(", ")}`,
    `Units: ${Object.keys(manifest.tree.units).length}, with pictures of their own: ${manifest.tree.pictured.join(", ") || "none"}`,
    `Questionnaire: ${title["sv"] ?? ""}, version ${version}, ${manifest.questionnaireHash}`,
    `Issuer's key: ${sha256(issuerKey.n).slice(0, 16)}`,
    `Custodian 1's key: ${custodianKeys[0]}`,
    `Custodian 2's key: ${custodianKeys[1]}`,
    `Hash of the manifest: ${sha256(text)}`,
  ].join("\n");
}
