import { TEXT_QUARTERS } from "@/lib/disclosure/limits";
import { REGION } from "@/lib/disclosure/release";
import type { RoundRules } from "@/lib/disclosure/round-rules";
import { joinedTexts, mayBeRead } from "@/lib/disclosure/texts";
import { expired } from "@/lib/disclosure/unit-totals";
import type { TextPool } from "@/lib/disclosure/waiting-texts";
import { quartersBetween } from "@/lib/quarters/quarter";

/** What waits on after a round, and how many people's texts were destroyed because theirs had waited too long. */
export type AgedTexts = { readonly waiting: readonly TextPool[]; readonly destroyed: number };

/**
 * Adds a round's texts to those that wait, and lets no pool wait without an end: one that a group has not filled
 * in a year waits on at the region, where more people write; after twenty quarters it is destroyed unread, like
 * totals that have not become a result.
 */
export function agedTexts(all: readonly TextPool[], rules: RoundRules): AgedTexts {
  const { quarter } = rules;
  const risen = joinedTexts(all, rules).map((pool): TextPool => {
    const late = quartersBetween(pool.from, quarter) >= TEXT_QUARTERS && !mayBeRead(pool);
    return late ? { ...pool, node: REGION } : pool;
  });
  const pools = joinedTexts(risen, rules);
  const over = pools.filter(({ from }) => expired(from, quarter));
  return {
    waiting: pools.filter((pool) => !over.includes(pool)),
    destroyed: over.reduce((sum, { texts }) => sum + texts.length, 0),
  };
}
