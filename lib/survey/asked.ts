import { createHash } from "node:crypto";
import { canonicalJson } from "@/lib/sealing/canonical";
import { type Questionnaire, questionnaireSchema } from "./questionnaire";

/** A stored document as a region's round asks it: `{region}` filled in. Throws when it is no questionnaire. */
export function askedIn(document: string, region: string): Questionnaire {
  const name = JSON.stringify(region).slice(1, -1);
  return questionnaireSchema.parse(JSON.parse(document.replaceAll("{region}", () => name)));
}

/** SHA-256 of a document's canonical JSON, hex: what a version is known by, and what a manifest names. */
export function documentHash(questionnaire: Questionnaire): string {
  return createHash("sha256").update(canonicalJson(questionnaire)).digest("hex");
}
