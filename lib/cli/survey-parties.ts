import type { SurveyBuild } from "@/lib/cli/build-survey";
import { Refusal } from "@/lib/cli/refusal";
import { collectorOrigin, env, surveyOrigin } from "@/lib/env";
import { keyDirectory } from "@/lib/keys/directory";
import { signingKeys } from "@/lib/keys/signing-keys";

/** The long-term public keys that the page is built with. */
function pageKeys(): readonly [string, string] {
  const keys = signingKeys(keyDirectory());
  if (keys) return keys;
  throw new Refusal(
    "The custodians have no keys yet. Run `sorti keys create` for both, then start again.",
  );
}

/** What the page is built with: whom it believes, and where the parties are if not where the page is. */
export function surveyParties(): Omit<SurveyBuild, "outDir"> {
  const { SORTI_ISSUER_ORIGIN: issuer, SORTI_ORIGIN: own } = env();
  const page = surveyOrigin();
  const collector = collectorOrigin();
  const elsewhere = (origin: string) => (origin === page ? undefined : origin);
  const collectorElsewhere = elsewhere(collector);
  const issuerElsewhere = elsewhere(issuer ?? own);
  return {
    custodianKeys: pageKeys(),
    ...(collectorElsewhere ? { collectorOrigin: collectorElsewhere } : {}),
    ...(issuerElsewhere ? { issuerOrigin: issuerElsewhere } : {}),
  };
}
