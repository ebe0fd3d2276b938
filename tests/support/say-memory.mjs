// Preloaded into a server whose memory a test looks at: at a signal it lets go of what nobody holds and says what is left.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");

process.on("SIGUSR2", () => {
  for (let round = 0; round < 4; round += 1) collect();
  const { heapUsed, external } = process.memoryUsage();
  process.stdout.write(`HELD ${heapUsed + external}\n`);
});
