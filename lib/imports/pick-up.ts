import { IMPORT_KINDS, type ImportKind } from "./kind-plan";

const NAME = /^[^.~].*\.(csv|txt|xlsx)$/i;
/** A file that was written to in the last two minutes may not be whole yet. */
const SETTLED_MS = 2 * 60_000;

/** What a file in the folder holds, by how its name begins; null for one that is none of ours. */
export function kindOfFile(name: string): ImportKind | null {
  if (!NAME.test(name)) return null;
  return IMPORT_KINDS.find((kind) => name.toLowerCase().startsWith(kind)) ?? null;
}

export type Waiting = { readonly name: string; readonly kind: ImportKind };

/** The files to read, in the order in which they can be: units before what hangs on them, then by name. */
export function waitingFiles(
  found: readonly { readonly name: string; readonly writtenAt: Date }[],
  now: Date,
): readonly Waiting[] {
  const settled = found.filter(
    ({ writtenAt }) => now.getTime() - writtenAt.getTime() >= SETTLED_MS,
  );
  const ours = settled.flatMap(({ name }) => {
    const kind = kindOfFile(name);
    return kind ? [{ name, kind }] : [];
  });
  const place = ({ kind }: Waiting) => IMPORT_KINDS.indexOf(kind);
  return ours.toSorted((a, b) => place(a) - place(b) || (a.name < b.name ? -1 : 1));
}

/** A name that none of `taken` has: `units.csv`, then `units-2.csv`, `units-3.csv` … */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  const dot = name.lastIndexOf(".");
  const numbered = (n: number) => `${name.slice(0, dot)}-${n}${name.slice(dot)}`;
  if (!taken.has(name)) return name;
  let n = 2;
  while (taken.has(numbered(n))) n += 1;
  return numbered(n);
}
