import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { env } from "@/lib/env";
import { translator } from "@/lib/i18n/translator";
import type { ImportKind } from "@/lib/imports/kind-plan";
import { kindOfFile } from "@/lib/imports/pick-up";

/** A file that the night's pick-up put aside. Its name is the employer's own and is not told. */
export type RefusedFile = {
  readonly kind: ImportKind;
  readonly at: Date;
  /** problems: it has faults · removals: it would remove rows, which HR decides. */
  readonly reason: "problems" | "removals";
};

const TABLE = ".problems.csv";

/** The files that lie among the problems, the newest first; what is wrong stands in the table beside each. */
export function refusedFilesIn(folder: string): readonly RefusedFile[] {
  const problems = path.join(folder, "problems");
  if (!existsSync(problems)) return [];
  const removals = translator("sv", "import-page")("pickUpRemovals");
  const names = readdirSync(problems);
  const found = names.flatMap((name): RefusedFile[] => {
    const kind = names.includes(`${name}${TABLE}`) ? kindOfFile(name) : null;
    const place = path.join(problems, `${name}${TABLE}`);
    const written = statSync(place, { throwIfNoEntry: false });
    if (!kind || !written) return [];
    const removes = readFileSync(place, "utf8").includes(removals);
    return [{ kind, at: written.mtime, reason: removes ? "removals" : "problems" }];
  });
  return found.toSorted((a, b) => b.at.getTime() - a.at.getTime());
}

type Imported = { readonly kind: string; readonly importedAt: Date };

/** Those of the refused files that nothing of the same kind was imported after: what HR has left to do. */
export const stillRefused = (
  files: readonly RefusedFile[],
  imports: readonly Imported[],
): readonly RefusedFile[] =>
  files.filter(({ kind, at }) => !imports.some((one) => one.kind === kind && one.importedAt > at));

/** What lies among the problems of this installation's folder; nothing without one. */
export function refusedFiles(): readonly RefusedFile[] {
  const { SORTI_PICKUP_DIR: folder } = env();
  return folder === undefined ? [] : refusedFilesIn(folder);
}
