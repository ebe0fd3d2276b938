import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { isQuarter, type Quarter } from "@/lib/quarters/quarter";
import type { Custodian } from "@/lib/sealing/envelope";
import { keyPath, readKeyFile } from "./custodian-file";
import { issuerKeyPath } from "./issuer-key";
import { destroySecret } from "./secret-file";

/** A key that exists here. `publicKey`: base64url point; the issuer's stands in the manifest instead. */
export type ListedKey =
  | { readonly owner: Custodian; readonly use: Quarter | "signing"; readonly publicKey: string }
  | { readonly owner: "issuer"; readonly use: Quarter };

function listed(dir: string, name: string): ListedKey | null {
  const issuer = /^issuer-(.+)\.pem$/.exec(name)?.[1];
  if (issuer !== undefined) return isQuarter(issuer) ? { owner: "issuer", use: issuer } : null;
  const [, number, use = ""] = /^custodian-([12])-(.+)\.json$/.exec(name) ?? [];
  if (use !== "signing" && !isQuarter(use)) return null;
  const owner = number === "1" ? 1 : 2;
  const file = readKeyFile(dir, owner, use);
  return file && { owner, use, publicKey: file.publicKey };
}

/** Every key in the directory, by file name; needs no passphrase. Throws `KeyRefused("damaged")`. */
export function listKeys(dir: string): readonly ListedKey[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .sort()
    .map((name) => listed(dir, name))
    .filter((key) => key !== null);
}

/** The custodians whose part this machine runs: those whose long-term key lies here. */
export function seatsIn(dir: string): readonly Custodian[] {
  return listKeys(dir).flatMap(({ owner, use }) =>
    use === "signing" && owner !== "issuer" ? [owner] : [],
  );
}

/** What an interrupted ceremony left beside a file: a whole copy under another name. */
function draftsOf(dir: string, file: string): string[] {
  const names = existsSync(dir) ? readdirSync(dir) : [];
  const start = `${path.basename(file)}.`;
  return names.filter((name) => name.startsWith(start)).map((name) => path.join(dir, name));
}

/**
 * Overwrites and removes a round's private keys and their drafts, custodians' and issuer's, as far as they are here.
 * Safe to repeat: start-up finishes what a crash left. Returns how many files were destroyed.
 */
export function destroyRoundKeys(dir: string, quarter: Quarter): number {
  const files = [keyPath(dir, 1, quarter), keyPath(dir, 2, quarter), issuerKeyPath(dir, quarter)];
  const all = files.flatMap((file) => [...draftsOf(dir, file), file]);
  return all.filter((file) => destroySecret(file)).length;
}
