/** The steps of a mix, in order, as whoever watches sees them. */
export const MIX_STEPS = ["peel", "open", "audit", "write", "destroy", "done"] as const;
export type MixStep = (typeof MIX_STEPS)[number];

/** Told as a mix goes on: which step, and how many of how many. */
export type MixProgress = (step: MixStep, done: number, total: number) => void | Promise<void>;

/** The steps before which a mix may still be stopped: nothing is written yet, and it begins anew from the start. */
export const MAY_STOP: readonly MixStep[] = ["peel", "open", "audit", "write"];

/** Tells several watchers, one after the other; the first that throws stops the mix. */
export function toldTo(...watchers: readonly MixProgress[]): MixProgress {
  return async (step, done, total) => {
    for (const watcher of watchers) await watcher(step, done, total);
  };
}
