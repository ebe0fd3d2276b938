import type { MixProgress } from "@/lib/mixing/progress";
import type { Quarter } from "@/lib/quarters/quarter";
import { noteMixProblem, watchedMix } from "@/lib/rounds/mutations";
import { RoundRefused } from "@/lib/rounds/state";

/**
 * Begins a mix and lets it go on after the request: resolves when it has begun, rejects when it was
 * refused before that. How it goes is written down for whoever watches; a killed process leaves nothing
 * half done, and the next attempt begins anew.
 */
export function beginMix(
  quarter: Quarter,
  work: (progress: MixProgress) => Promise<void>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const record = watchedMix(quarter);
    let begun = false;
    const progress: MixProgress = async (step, done, total) => {
      await record(step, done, total);
      begun = true;
      resolve();
    };
    work(progress).catch(async (cause: unknown) => {
      if (!begun) return reject(cause);
      const reason = cause instanceof RoundRefused ? cause.reason : "unexpected";
      // Without a database there is nowhere to write; the page then says that the mix was interrupted.
      await noteMixProblem(quarter, reason).catch(() => undefined);
    });
  });
}
