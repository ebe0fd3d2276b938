import { Refusal } from "@/lib/cli/refusal";
import type { MixProgress } from "@/lib/mixing/progress";

/**
 * Shows how far a mix has come: one line that is written over at a terminal, a line a step elsewhere.
 * Ctrl-C stops it at the next report, when nothing is half done; a second one ends the process at once.
 */
export function progressLine(): MixProgress {
  let shown = "";
  let stopped = false;
  process.once("SIGINT", () => {
    stopped = true;
  });
  return (step, done, total) => {
    if (stopped) throw new Refusal("Stopped. Nothing was changed; run the command again.");
    if (process.stderr.isTTY) process.stderr.write(`\r${step}: ${done} of ${total}   `);
    else if (step !== shown) process.stderr.write(`${step} …\n`);
    shown = step;
  };
}
