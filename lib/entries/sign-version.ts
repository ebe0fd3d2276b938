import type { Signed } from "./answers";

/** Which entry, and the version that its writer had before her: 0 = it is new. */
export type EntryBase = {
  readonly id: string;
  readonly unitCode: string;
  readonly version: number;
};

/** How one kind of entry keeps its versions; none is ever overwritten. */
type Versions = {
  /** Whether what is written about is there: the unit of a new entry, else the version that is changed. */
  readonly isKnown: () => Promise<boolean>;
  /** Adds the next version unless there is one; whether it did. */
  readonly add: () => Promise<boolean>;
  /** Whether the same words by the same account are that version. */
  readonly isThere: () => Promise<boolean>;
};

/**
 * Signs the next version. When two change the same version at once the second gets `newer`; the same words sent
 * again by the same account are signed once.
 */
export async function signVersion({ isKnown, add, isThere }: Versions): Promise<Signed> {
  if (!(await isKnown())) return "unknown";
  if (await add()) return "signed";
  return (await isThere()) ? "signed" : "newer";
}
