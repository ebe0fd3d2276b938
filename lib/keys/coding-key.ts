import type { KeyObject } from "node:crypto";
import type { Quarter } from "@/lib/quarters/quarter";
import type { CustodianKey } from "@/lib/sealing/open";
import { pointOf } from "@/lib/sealing/point";
import { keyFile, newKey } from "./create";
import { codingUse, inFile, keyPath, readCeremony, readKeyFile } from "./custodian-file";
import { KeyRefused } from "./refused";
import { createSecret, destroySecret } from "./secret-file";
import { masterOf, privateKeyOf, type Secret } from "./unlock";

type Of = { readonly dir: string; readonly quarter: Quarter };

const placeOf = ({ dir, quarter }: Of) => keyPath(dir, 1, codingUse(quarter));

/** Custodian 1's key of a round, and what makes a coding's key in the same ceremony. */
export type CodingCeremony = {
  readonly roundKey: CustodianKey;
  /**
   * Makes the key that a coding's comments are sealed to: whoever opens the round's key opens this one. A key that
   * an interrupted opening left is replaced; call it only while nobody else can be opening.
   */
  readonly createKey: (quarter: Quarter) => CustodianKey;
};

const keyOf = (privateKey: KeyObject): CustodianKey => ({
  custodian: 1,
  privateKey,
  publicPoint: pointOf(privateKey),
});

/** Opens custodian 1's ceremony of a round; the passphrase is stretched once. Throws `KeyRefused`. */
export async function codingCeremony(
  { dir, under }: { readonly dir: string; readonly under: Quarter },
  secret: Secret,
): Promise<CodingCeremony> {
  const round = readKeyFile(dir, 1, under);
  if (round === null) throw new KeyRefused("no-key");
  const ceremony = readCeremony(dir, round);
  const master = await masterOf(ceremony, secret);
  const createKey = (quarter: Quarter) => {
    const privateKey = newKey();
    const file = placeOf({ dir, quarter });
    destroySecret(file);
    createSecret(file, inFile(keyFile(ceremony, codingUse(quarter), privateKey, master)));
    return keyOf(privateKey);
  };
  return { roundKey: keyOf(privateKeyOf(round, master)), createKey };
}

/** Overwrites and removes a coding's key; afterwards nobody opens its comments. Safe to repeat. */
export function destroyCodingKey(of: Of): boolean {
  return destroySecret(placeOf(of));
}
