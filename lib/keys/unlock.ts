import { createPrivateKey, type KeyObject } from "node:crypto";
import type { Quarter } from "@/lib/quarters/quarter";
import { fromBase64Url } from "@/lib/sealing/base64url";
import { sameBytes } from "@/lib/sealing/bytes";
import type { Custodian } from "@/lib/sealing/envelope";
import type { CustodianKey } from "@/lib/sealing/open";
import { pointOf } from "@/lib/sealing/point";
import {
  aboutDeputy,
  aboutKey,
  aboutMaster,
  type CeremonyFile,
  codingUse,
  type KeyFile,
  type KeyUse,
  readCeremony,
  readKeyFile,
} from "./custodian-file";
import { readRecoveryCode } from "./recovery";
import { KeyRefused } from "./refused";
import { keyFromPassphrase, keyFromRecovery, unwrap } from "./wrap";

/** What a custodian knows, or what stands on the printed sheet. */
export type Secret = { readonly passphrase: string } | { readonly recoveryCode: string };

type Whose = { readonly dir: string; readonly custodian: Custodian };

/** The custodian's own passphrase, else the deputy's: each is stretched with a salt of its own. */
async function masterByPassphrase(file: CeremonyFile, passphrase: string) {
  const own = await keyFromPassphrase(passphrase, file.salt);
  const master = unwrap(own, file.byPassphrase, aboutMaster(file));
  if (master !== null || !file.deputy) return master;
  const deputys = await keyFromPassphrase(passphrase, file.deputy.salt);
  return unwrap(deputys, file.deputy.byPassphrase, aboutDeputy(file));
}

/** A ceremony's master key. Throws `KeyRefused` with the reason that fits the secret. */
export async function masterOf(file: CeremonyFile, secret: Secret): Promise<Uint8Array> {
  if ("passphrase" in secret) {
    const master = await masterByPassphrase(file, secret.passphrase);
    if (master === null) throw new KeyRefused("wrong-passphrase");
    return master;
  }
  const code = readRecoveryCode(secret.recoveryCode);
  const master =
    code && unwrap(keyFromRecovery(code, file.salt), file.byRecovery, aboutMaster(file));
  if (master === null) throw new KeyRefused("wrong-recovery-code");
  return master;
}

/** A key out of its file. Throws `KeyRefused("damaged")` when it is not the one that the file names. */
export function privateKeyOf(file: KeyFile, master: Uint8Array): KeyObject {
  const pkcs8 = unwrap(master, file.wrapped, aboutKey(file));
  if (pkcs8 === null) throw new KeyRefused("damaged");
  const key = createPrivateKey({ key: Buffer.from(pkcs8), format: "der", type: "pkcs8" });
  if (!sameBytes(pointOf(key), fromBase64Url(file.publicKey))) throw new KeyRefused("damaged");
  return key;
}

/** Opens several keys; the passphrase is stretched once for each ceremony, not for each key. */
async function unlock(
  { dir, custodian }: Whose,
  uses: readonly KeyUse[],
  secret: Secret,
): Promise<KeyObject[]> {
  const masters = new Map<string, Uint8Array>();
  const keys: KeyObject[] = [];
  for (const use of uses) {
    const file = readKeyFile(dir, custodian, use);
    if (file === null) throw new KeyRefused("no-key");
    const master = masters.get(file.ceremony) ?? (await masterOf(readCeremony(dir, file), secret));
    masters.set(file.ceremony, master);
    keys.push(privateKeyOf(file, master));
  }
  return keys;
}

const opened = (custodian: Custodian, privateKey: KeyObject): CustodianKey => ({
  custodian,
  privateKey,
  publicPoint: pointOf(privateKey),
});

/** A custodian's keys for several rounds, in the order asked for. Throws `KeyRefused`. */
export async function unlockCustodianKeys(
  whose: Whose & { readonly quarters: readonly Quarter[] },
  secret: Secret,
): Promise<CustodianKey[]> {
  const keys = await unlock(whose, whose.quarters, secret);
  return keys.map((key) => opened(whose.custodian, key));
}

/** Custodian 1's key for a coding of free texts. Throws `KeyRefused`. */
export async function unlockCodingKey(
  { dir, quarter }: { readonly dir: string; readonly quarter: Quarter },
  secret: Secret,
): Promise<CustodianKey> {
  const [key] = await unlock({ dir, custodian: 1 }, [codingUse(quarter)], secret);
  if (key === undefined) throw new KeyRefused("no-key");
  return opened(1, key);
}

/** A custodian's key for one round. Throws `KeyRefused`. About half a second with a passphrase. */
export async function unlockCustodianKey(
  whose: Whose & { readonly quarter: Quarter },
  secret: Secret,
): Promise<CustodianKey> {
  const [key] = await unlockCustodianKeys({ ...whose, quarters: [whose.quarter] }, secret);
  if (key === undefined) throw new KeyRefused("no-key");
  return key;
}

/** A custodian's long-term key, for signing manifests. Throws `KeyRefused`. */
export async function unlockSigningKey(whose: Whose, secret: Secret): Promise<KeyObject> {
  const [key] = await unlock(whose, ["signing"], secret);
  if (key === undefined) throw new KeyRefused("no-key");
  return key;
}
