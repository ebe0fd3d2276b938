/** The steps of a mix, in order, as whoever watches sees them. */
export const MIX_STEPS = ["peel", "open", "audit", "write", "destroy", "done"] as const;
export type MixStep = (typeof MIX_STEPS)[number];

/** Told as a mix goes on: which step, and how many of how many. */
export type MixProgress = (step: MixStep, done: number, total: number) => void | Promise<void>;
