import { existsSync, lstatSync, readdirSync, unlinkSync } from "node:fs";
import path from "node:path";
import { destroySecret } from "./secret-file";

/** What secret-file.ts names a copy that has not got its real name yet. */
const COPY = /\.(?:[0-9a-f]{12}\.draft|claim)$/;

/** A run takes milliseconds from the copy to its name; after this long it is not running any more. */
const LEFT_MS = 60_000;

/** A copy can be a file in use by a second name: then only this name goes, and the content stays as it is. */
function remove(file: string, links: number): void {
  if (links > 1) unlinkSync(file);
  else destroySecret(file);
}

/**
 * Removes what interrupted runs left beside the key files: whole copies under other names. A passphrase or a
 * sheet that has been replaced since would still open such a copy. Safe to repeat; returns how many there were.
 */
export function removeKeyLeftovers(dir: string, now: Date): number {
  const copies = existsSync(dir) ? readdirSync(dir).filter((name) => COPY.test(name)) : [];
  let removed = 0;
  for (const name of copies) {
    const file = path.join(dir, name);
    const found = lstatSync(file, { throwIfNoEntry: false });
    if (!found || now.getTime() - found.mtimeMs < LEFT_MS) continue;
    remove(file, found.nlink);
    removed += 1;
  }
  return removed;
}
