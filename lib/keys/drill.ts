import { isQuarter, type Quarter } from "@/lib/quarters/quarter";
import type { Custodian } from "@/lib/sealing/envelope";
import { pointOf } from "@/lib/sealing/point";
import { ceremoniesInUse, type KeyFile } from "./custodian-file";
import { possessionChallenge, proofOfPossession, provesPossession } from "./possession";
import { KeyRefused } from "./refused";
import { quartersOf, tried, wrongSecret } from "./rewrap";
import { privateKeyOf, type Secret } from "./unlock";

/** What a drill showed. */
export type Drill = {
  /** Rounds whose private key answered a challenge. */
  readonly proved: readonly Quarter[];
  /** Rounds whose keys come from a ceremony with another passphrase or sheet. */
  readonly notOpened: readonly Quarter[];
};

function prove(file: KeyFile, master: Uint8Array): void {
  const privateKey = privateKeyOf(file, master);
  if (!isQuarter(file.use)) return;
  const { custodian } = file;
  const { envelope, expected } = possessionChallenge(custodian, file.publicKey);
  const key = { custodian, privateKey, publicPoint: pointOf(privateKey) };
  if (!provesPossession(expected, proofOfPossession(key, envelope))) {
    throw new KeyRefused("damaged");
  }
}

/**
 * Opens everything that a passphrase or a recovery code opens and proves possession of every round's key,
 * changing nothing. Throws `KeyRefused`: the secret opens nothing here, or a file is damaged.
 */
export async function drill(
  { dir, custodian }: { readonly dir: string; readonly custodian: Custodian },
  secret: Secret,
): Promise<Drill> {
  const ceremonies = ceremoniesInUse(dir, custodian);
  const proved: Quarter[] = [];
  const notOpened: Quarter[] = [];
  let opened = 0;
  for (const { file, keys } of ceremonies) {
    const master = await tried(file, secret);
    (master ? proved : notOpened).push(...quartersOf(keys));
    if (!master) continue;
    opened += 1;
    for (const key of keys) prove(key, master);
  }
  if (opened === 0) throw wrongSecret(secret, ceremonies);
  return { proved: proved.sort(), notOpened: notOpened.sort() };
}
