import { CELL_MIN, ITEM_MIN, RARE_MIN, TEXT_MIN } from "@/lib/disclosure/limits";
import type { Limits } from "@/lib/disclosure/release";

/** The numbers behind the public promise; its sentences stand in the message catalogues. */
export type PromiseNumbers = {
  /** People in a unit's own result. */
  readonly atom: number;
  /** Answers to a five-step question before a unit shows it. */
  readonly item: number;
  /** People in a picture. */
  readonly cell: number;
  /** Noised count from which the harshest reasons are shown. */
  readonly rareReason: number;
  /** People with text before texts are read. */
  readonly text: number;
  /** Whether "even by a colleague" may be said. */
  readonly colleague: boolean;
  /** One answer to one question changes the odds of a picture by at most this. */
  readonly odds: number;
};

/** What a round's limits allow the product to promise. */
export function promiseNumbers(limits: Limits): PromiseNumbers {
  return {
    atom: limits.k,
    item: ITEM_MIN,
    cell: CELL_MIN,
    rareReason: RARE_MIN,
    text: TEXT_MIN,
    colleague: limits.c === 1,
    odds: 4,
  };
}
