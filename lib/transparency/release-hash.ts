import type { Atom, Cell } from "@/lib/disclosure/release";
import type { Quarter } from "@/lib/quarters/quarter";
import { sha256, toHex, utf8 } from "@/lib/sealing/bytes";
import { canonicalJson } from "@/lib/sealing/canonical";

/** Everything that a mix made public. Receipts as SHA-256, hex. */
export type Released = {
  readonly quarter: Quarter;
  readonly atoms: readonly Atom[];
  readonly cells: readonly Cell[];
  readonly receipts: { readonly reached: readonly string[]; readonly carried: readonly string[] };
};

const inOneOrder = (list: readonly unknown[]) => list.map(canonicalJson).sort();

/**
 * SHA-256, hex, over the canonical JSON of `{quarter, atoms, cells, receipts: {reached, carried}}`, where each
 * atom and cell stands as the text of its own canonical JSON, and every list is sorted.
 */
export async function releaseHash({ quarter, atoms, cells, receipts }: Released): Promise<string> {
  const whole = {
    quarter,
    atoms: inOneOrder(atoms),
    cells: inOneOrder(cells),
    receipts: { reached: receipts.reached.toSorted(), carried: receipts.carried.toSorted() },
  };
  return toHex(await sha256(utf8(canonicalJson(whole))));
}
