import { MAY_STOP, type MixProgress } from "@/lib/mixing/progress";
import { RoundRefused } from "@/lib/rounds/state";

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
    if (stopped && MAY_STOP.includes(step)) throw new RoundRefused("cancelled");
    if (process.stderr.isTTY) process.stderr.write(`\r${step}: ${done} of ${total}   `);
    else if (step !== shown) process.stderr.write(`${step} …\n`);
    shown = step;
  };
}
