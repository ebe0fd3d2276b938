import { readdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";

const DAY_MS = 86_400_000;

/**
 * Removes the files of a folder that have lain there for so many days; a folder that is not there has none.
 *
 * @param since what the days are counted from: `mtime`, when it was written, or `ctime`, when it was put there
 */
export function removeOldFiles(
  folder: string,
  { days, since }: { readonly days: number; readonly since: "mtime" | "ctime" },
  now: Date,
): void {
  const there = statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
  for (const entry of there ? readdirSync(folder, { withFileTypes: true }) : []) {
    const place = path.join(folder, entry.name);
    const found = entry.isFile() ? statSync(place, { throwIfNoEntry: false }) : undefined;
    if (found && now.getTime() - found[since].getTime() >= days * DAY_MS)
      rmSync(place, { force: true });
  }
}
