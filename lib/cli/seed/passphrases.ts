import type { Secret } from "@/lib/keys/unlock";

/** The demonstration's passphrases, printed at start for whoever plays the custodians. Never used elsewhere. */
export const DEMO_PASSPHRASES = [
  "fyra lugna renar vid sjön",
  "sju snälla svanar i vassen",
] as const;

export const DEMO_SECRETS: readonly [Secret, Secret] = [
  { passphrase: DEMO_PASSPHRASES[0] },
  { passphrase: DEMO_PASSPHRASES[1] },
];
