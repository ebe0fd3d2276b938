import { randomBytes } from "node:crypto";
import { toBase64Url } from "@/lib/sealing/base64url";
import { aboutDeputy, aboutMaster, type CeremonyFile } from "./custodian-file";
import { keyFromPassphrase, keyFromRecovery, wrap } from "./wrap";

/** A ceremony by name, with the salt of the custodian's passphrase and sheet. */
type Named = Pick<CeremonyFile, "custodian" | "ceremony" | "salt">;

/** A ceremony's master key under the custodian's passphrase. */
export async function wrapForCustodian(of: Named, passphrase: string, master: Uint8Array) {
  return wrap(await keyFromPassphrase(passphrase, of.salt), master, aboutMaster(of));
}

/** The same under the 32 bytes of the printed recovery code. */
export function wrapForSheet(of: Named, code: Uint8Array, master: Uint8Array): string {
  return wrap(keyFromRecovery(code, of.salt), master, aboutMaster(of));
}

/** The same under the deputy's passphrase. */
export async function wrapForDeputy(of: Named, passphrase: string, master: Uint8Array) {
  const salt = toBase64Url(randomBytes(16));
  const key = await keyFromPassphrase(passphrase, salt);
  return { salt, byPassphrase: wrap(key, master, aboutDeputy(of)) };
}
