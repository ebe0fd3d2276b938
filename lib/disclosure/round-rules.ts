import type { Limits, Series, Tree } from "@/lib/disclosure/release";
import type { Quarter } from "@/lib/quarters/quarter";
import type { Questionnaire } from "@/lib/survey/questionnaire";

/** What a round's manifest and questionnaire fix for its counting. */
export type RoundRules = {
  readonly quarter: Quarter;
  readonly questionnaire: Questionnaire;
  readonly tree: Tree;
  readonly series: readonly Series[];
  readonly limits: Limits;
  /**
   * Units merged or renamed so far: old code → new code. Their totals are added to the new unit's.
   * A unit that is in neither this list nor the tree is closed or split: its totals are destroyed.
   */
  readonly mergedInto?: Readonly<Record<string, string>>;
};
