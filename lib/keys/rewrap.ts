import { randomBytes } from "node:crypto";
import { isQuarter, type Quarter } from "@/lib/quarters/quarter";
import type { Custodian } from "@/lib/sealing/envelope";
import {
  type CeremonyFile,
  type CeremonyInUse,
  ceremoniesInUse,
  ceremonyPath,
  inFile,
  type KeyFile,
} from "./custodian-file";
import { removeKeyLeftovers } from "./leftovers";
import { recoveryCode } from "./recovery";
import { KeyRefused } from "./refused";
import { exchangeSecret } from "./secret-file";
import { masterOf, type Secret } from "./unlock";
import { wrapForCustodian, wrapForDeputy, wrapForSheet } from "./wraps";

type Whose = { readonly dir: string; readonly custodian: Custodian };

/** The quarters among a ceremony's keys, oldest first. */
export function quartersOf(keys: readonly KeyFile[]): readonly Quarter[] {
  return keys.map(({ use }) => use).filter(isQuarter);
}

/** A ceremony's master key, or null when the secret is not one of its own. */
export async function tried(file: CeremonyFile, secret: Secret): Promise<Uint8Array | null> {
  return masterOf(file, secret).catch((cause: unknown) => {
    if (cause instanceof KeyRefused && cause.reason.startsWith("wrong-")) return null;
    throw cause;
  });
}

/** Why nothing was opened by this kind of secret; "no-key" when there is nothing to open. */
export function wrongSecret(secret: Secret, ceremonies: readonly unknown[]): KeyRefused {
  if (ceremonies.length === 0) return new KeyRefused("no-key");
  return new KeyRefused("passphrase" in secret ? "wrong-passphrase" : "wrong-recovery-code");
}

type Change = (file: CeremonyFile, master: Uint8Array) => Promise<CeremonyFile>;

/**
 * Wraps anew the master keys that a secret opens. All are opened and wrapped before anything is written, and
 * each file is exchanged in one step; no private key is touched. Returns the quarters that are concerned.
 * Interrupted between two ceremonies' files, one is changed and the other not: repeat it.
 */
async function rewrap(
  { dir, custodian }: Whose,
  secret: Secret,
  change: Change,
): Promise<readonly Quarter[]> {
  const ceremonies = ceremoniesInUse(dir, custodian);
  const wrapped: (CeremonyInUse & { changed: CeremonyFile })[] = [];
  for (const one of ceremonies) {
    const master = await tried(one.file, secret);
    if (master) wrapped.push({ ...one, changed: await change(one.file, master) });
  }
  if (wrapped.length === 0) throw wrongSecret(secret, ceremonies);
  for (const { file, changed } of wrapped) {
    exchangeSecret(ceremonyPath(dir, custodian, file.ceremony), inFile(file), inFile(changed));
  }
  // What no longer opens the files must open no old copy of them either.
  removeKeyLeftovers(dir, new Date());
  return wrapped.flatMap(({ keys }) => quartersOf(keys)).sort();
}

/** Sets a new passphrase with the printed code, which goes on working. Throws `KeyRefused`. */
export function recover(
  whose: Whose,
  code: string,
  passphrase: string,
): Promise<readonly Quarter[]> {
  return rewrap(whose, { recoveryCode: code }, async (file, master) => ({
    ...file,
    byPassphrase: await wrapForCustodian(file, passphrase, master),
  }));
}

/** Makes a new recovery code; the old sheet opens nothing any more. Throws `KeyRefused`. */
export async function renewSheet(
  whose: Whose,
  secret: Secret,
): Promise<{ readonly recoveryCode: string; readonly quarters: readonly Quarter[] }> {
  const code = randomBytes(32);
  const quarters = await rewrap(whose, secret, async (file, master) => ({
    ...file,
    byRecovery: wrapForSheet(file, code, master),
  }));
  return { recoveryCode: recoveryCode(code), quarters };
}

/** Gives the deputy a passphrase that opens the same keys, instead of an earlier one. Throws `KeyRefused`. */
export function setDeputy(
  whose: Whose,
  secret: Secret,
  passphrase: string,
): Promise<readonly Quarter[]> {
  return rewrap(whose, secret, async (file, master) => ({
    ...file,
    deputy: await wrapForDeputy(file, passphrase, master),
  }));
}

/** Takes the deputy's passphrase away. Throws `KeyRefused`. Safe to repeat. */
export function removeDeputy(whose: Whose, secret: Secret): Promise<readonly Quarter[]> {
  return rewrap(whose, secret, async ({ deputy: _gone, ...file }) => file);
}
