/**
 * How long the long tests kill instances, and by which dice: `SORTI_CHAOS_SECONDS=60 SORTI_CHAOS_SEED=7` before the
 * command makes it short, or another run.
 */
export const CHAOS = {
  seconds: Number(process.env["SORTI_CHAOS_SECONDS"] ?? 600),
  seed: process.env["SORTI_CHAOS_SEED"] ?? "steady",
};

/** How many requests the long test makes up: `SORTI_FUZZ_SHOTS=10000` before the command makes it short. */
export const FUZZ = { shots: Number(process.env["SORTI_FUZZ_SHOTS"] ?? 100_000) };
