/** The two databases: the employer's and the external party's. */
export const SIDES = ["employer", "collector"] as const;
export type Side = (typeof SIDES)[number];

/** Runs SQL as the attacker, who is superuser on both sides. */
export type Ask = <T extends Readonly<Record<string, unknown>>>(
  side: Side,
  sql: string,
  values?: readonly unknown[],
) => Promise<readonly T[]>;

/** Something an attacker could use, in one plain sentence. */
export type Leak = { readonly attack: string; readonly sentence: string };
