import type { Series } from "@/lib/disclosure/release";
import type { TextPool } from "@/lib/disclosure/waiting-texts";
import { sealTexts } from "@/lib/mixing/waiting-blobs";
import { asOwner } from "./databases";
import { openSmallRound, Q1, Q2, roundOf } from "./round";

/** So many people who wrote, each something of their own, and so many who did not. */
export function pool(
  node: TextPool["node"],
  series: Series,
  written: number,
  silent: number,
  word = "vi hann aldrig",
): TextPool {
  const texts = Array.from({ length: written }, (_, n) => ({ words: `${word} ${node} ${n}` }));
  return { node, series, from: Q1, silent, texts };
}

/** The small region between two rounds: what a mix left is sealed to the keys of the round after. */
export async function layTexts(pools: readonly TextPool[]): Promise<void> {
  await openSmallRound();
  const { kind, blob } = sealTexts(pools, await roundOf(Q2));
  await asOwner("collector", "INSERT INTO mixing.sealed VALUES ($1, $2, $3)", [Q2, kind, blob]);
  await asOwner("collector", "INSERT INTO mixing.sealed VALUES ($1, 'totals', $2)", [
    Q2,
    Buffer.from("sealed totals"),
  ]);
}
