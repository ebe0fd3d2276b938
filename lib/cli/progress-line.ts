import type { MixProgress } from "@/lib/mixing/progress";

/** Shows how far a mix has come: one line that is written over at a terminal, a line a step elsewhere. */
export function progressLine(): MixProgress {
  let shown = "";
  return (step, done, total) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${step}: ${done} of ${total}   `);
    else if (step !== shown) process.stderr.write(`${step} …\n`);
    shown = step;
  };
}
