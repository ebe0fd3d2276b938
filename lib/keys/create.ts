import { generateKeyPairSync, type KeyObject, randomBytes } from "node:crypto";
import type { Quarter } from "@/lib/quarters/quarter";
import { toBase64Url } from "@/lib/sealing/base64url";
import type { Custodian } from "@/lib/sealing/envelope";
import { pointOf } from "@/lib/sealing/point";
import {
  aboutKey,
  type CeremonyFile,
  ceremonyPath,
  inFile,
  type KeyFile,
  type KeyUse,
  keyPath,
  readKeyFile,
} from "./custodian-file";
import { recoveryCode } from "./recovery";
import { KeyRefused } from "./refused";
import { createSecret, replaceSecret } from "./secret-file";
import { type Secret, unlockSigningKey } from "./unlock";
import { wrap } from "./wrap";
import { wrapForCustodian, wrapForDeputy, wrapForSheet } from "./wraps";

type Ceremony = {
  readonly dir: string;
  readonly custodian: Custodian;
  /** The rounds to make keys for: the next four at once, so that an absent custodian stops nothing. */
  readonly quarters: readonly Quarter[];
  readonly passphrase: string;
  /** A second passphrase that opens the same keys, for the custodian's deputy. */
  readonly deputyPassphrase?: string;
  /** What opens the long-term key today; it then moves under the new passphrase. */
  readonly signingSecret?: Secret;
};

export type Created = {
  /** For the printed sheet; it is kept nowhere. */
  readonly recoveryCode: string;
  /** The long-term public key, as it is built into the page. */
  readonly signingKey: string;
  /** The rounds' public keys, as they stand in the manifests. */
  readonly keys: readonly { readonly quarter: Quarter; readonly publicKey: string }[];
};

/** A fresh private key: P-256, for HPKE or for signing. */
export const newKey = () => generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;

/** The ceremony's file: a master key that the passphrase or the recovery code gives back. */
async function newCeremony(wish: Ceremony, master: Uint8Array) {
  const { custodian, passphrase, deputyPassphrase } = wish;
  const ceremony = randomBytes(8).toString("hex");
  const salt = toBase64Url(randomBytes(16));
  const code = randomBytes(32);
  const named = { custodian, ceremony, salt };
  const file: CeremonyFile = {
    format: "sorti/ceremony/1",
    ...named,
    byPassphrase: await wrapForCustodian(named, passphrase, master),
    byRecovery: wrapForSheet(named, code, master),
    ...(deputyPassphrase && { deputy: await wrapForDeputy(named, deputyPassphrase, master) }),
  };
  return { file, code };
}

/** A private key as its file: wrapped by its ceremony's master key. */
export function keyFile(
  of: CeremonyFile,
  use: KeyUse,
  key: KeyObject,
  master: Uint8Array,
): KeyFile {
  const named = { custodian: of.custodian, use, publicKey: toBase64Url(pointOf(key)) };
  const pkcs8 = key.export({ format: "der", type: "pkcs8" });
  return {
    format: "sorti/custodian-key/1",
    ...named,
    ceremony: of.ceremony,
    wrapped: wrap(master, pkcs8, aboutKey(named)),
  };
}

/**
 * The ceremony: makes a custodian's keys for several rounds, and the long-term signing key the first time.
 * Throws `KeyRefused("exists")` when a round already has a key, before anything is written.
 */
export async function createCustodianKeys(wish: Ceremony): Promise<Created> {
  const { dir, custodian, quarters, signingSecret } = wish;
  if (quarters.some((quarter) => readKeyFile(dir, custodian, quarter) !== null)) {
    throw new KeyRefused("exists");
  }
  const signing = readKeyFile(dir, custodian, "signing");
  const moved = signing && signingSecret && (await unlockSigningKey(wish, signingSecret));

  const master = randomBytes(32);
  const { file, code } = await newCeremony(wish, master);
  createSecret(ceremonyPath(dir, custodian, file.ceremony), inFile(file));
  const keys = quarters.map((quarter) => keyFile(file, quarter, newKey(), master));
  quarters.forEach((quarter, i) => {
    const made = keys[i];
    if (made) createSecret(keyPath(dir, custodian, quarter), inFile(made));
  });

  const kept = signing && !moved ? signing : keyFile(file, "signing", moved ?? newKey(), master);
  if (signing === null) createSecret(keyPath(dir, custodian, "signing"), inFile(kept));
  else if (moved) replaceSecret(keyPath(dir, custodian, "signing"), inFile(kept));

  return {
    recoveryCode: recoveryCode(code),
    signingKey: kept.publicKey,
    keys: quarters.map((quarter, i) => ({ quarter, publicKey: keys[i]?.publicKey ?? "" })),
  };
}
