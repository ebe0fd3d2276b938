import type { Quarter } from "@/lib/quarters/quarter";
import { canonicalJson } from "@/lib/sealing/canonical";
import { askedIn, documentHash } from "./asked";
import type { Questionnaire } from "./questionnaire";

/** One version of the questionnaire. `hash`: SHA-256 of its canonical JSON, hex. */
export type Version = {
  readonly hash: string;
  /** Null for the document that comes with the program and was never imported. */
  readonly importedAt: Date | null;
  readonly questionnaire: Questionnaire;
};

type Asking = {
  readonly quarter: Quarter;
  readonly manifest: { readonly region: string; readonly questionnaireHash: string };
};

/** The quarters whose signed manifests name a version, in the rounds' order. */
export function quartersAsking(
  { questionnaire }: Version,
  rounds: readonly Asking[],
): readonly Quarter[] {
  const document = canonicalJson(questionnaire);
  const inRegion = new Map<string, string>();
  const hashIn = (region: string) => {
    const known = inRegion.get(region) ?? documentHash(askedIn(document, region));
    inRegion.set(region, known);
    return known;
  };
  return rounds
    .filter(({ manifest }) => hashIn(manifest.region) === manifest.questionnaireHash)
    .map(({ quarter }) => quarter);
}

/** The number that a document's next version gets: one more than the highest so far. */
export function nextNumber(id: string, versions: readonly Version[]): number {
  const numbers = versions
    .map(({ questionnaire }) => questionnaire)
    .filter((questionnaire) => questionnaire.id === id)
    .map(({ version }) => version);
  return Math.max(0, ...numbers) + 1;
}

/** Whether another document already has this one's name and number. */
export function numberTaken(
  { id, version }: Questionnaire,
  hash: string,
  versions: readonly Version[],
): boolean {
  return versions.some(
    (other) =>
      other.hash !== hash &&
      other.questionnaire.id === id &&
      other.questionnaire.version === version,
  );
}

/** The version that another was made from: the same document's with the nearest lower number; null for a first. */
export function versionBefore(
  { questionnaire }: Version,
  versions: readonly Version[],
): Version | null {
  const earlier = versions
    .filter((other) => other.questionnaire.id === questionnaire.id)
    .filter((other) => other.questionnaire.version < questionnaire.version)
    .sort((a, b) => b.questionnaire.version - a.questionnaire.version);
  return earlier[0] ?? null;
}
