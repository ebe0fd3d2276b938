import { FIRST_TERMS } from "@/lib/changes/terms";
import type { Limits } from "@/lib/disclosure/release";
import type { Quarter } from "@/lib/quarters/quarter";

/** The limits that both custodians signed for a quarter: least answers, and assumed insiders. */
export type SignedLimits = { readonly quarter: Quarter; readonly k: number; readonly c: number };

/** `weaker`: fewer answers are enough than before, or fewer insiders are reckoned with. */
export type LimitChange = SignedLimits & { readonly weaker: boolean };

/** The quarters from which other limits hold than in the one before, the first one too; oldest first. */
export function limitChanges(signed: readonly SignedLimits[]): readonly LimitChange[] {
  return signed.flatMap((now, i) => {
    const before = signed[i - 1];
    if (before?.k === now.k && before.c === now.c) return [];
    return [{ ...now, weaker: before !== undefined && (now.k < before.k || now.c < before.c) }];
  });
}

/** What may be said of all that was ever signed: the fewest people and insiders; of nothing, what a first round has. */
export function weakestOf(signed: readonly Limits[]): Limits {
  const [first = FIRST_TERMS, ...others] = signed;
  return others.reduce<Limits>(
    (least, { k, c }) => ({ k: Math.min(least.k, k), c: least.c === 0 ? 0 : c }),
    { k: first.k, c: first.c },
  );
}
