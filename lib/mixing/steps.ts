import { openEnvelopes } from "@/lib/mixing/open-envelopes";
import { peelRows } from "@/lib/mixing/peel-rows";

/** What a mix does batch by batch, and may do in several threads: a step is made for its context once. */
export const STEPS = { peel: peelRows, open: openEnvelopes };

export type StepName = keyof typeof STEPS;
type Made<S extends StepName> = ReturnType<(typeof STEPS)[S]>;
export type ContextOf<S extends StepName> = Parameters<(typeof STEPS)[S]>[0];
export type BatchOf<S extends StepName> = Parameters<Made<S>>[0];
export type ResultOf<S extends StepName> = ReturnType<Made<S>>;

export type Batches<T> = AsyncIterable<T> | Iterable<T>;

/** Takes batch after batch through a step; the results come in the order of the batches. */
export type Run = <S extends StepName>(
  step: S,
  context: ContextOf<S>,
  batches: Batches<BatchOf<S>>,
) => AsyncIterable<ResultOf<S>>;

/** A step as a function from batch to result. */
export function stepFor<S extends StepName>(
  step: S,
  context: ContextOf<S>,
): (batch: BatchOf<S>) => ResultOf<S> {
  const make = STEPS[step] as (given: ContextOf<S>) => (batch: BatchOf<S>) => ResultOf<S>;
  return make(context);
}

/** One batch after the other, in the thread that asks. */
export const inThisThread: Run = async function* (step, context, batches) {
  const work = stepFor(step, context);
  for await (const batch of batches) yield work(batch);
};
