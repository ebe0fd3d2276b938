import { setTimeout as wait } from "node:timers/promises";
import { timed } from "./clock";
import type { Extent, Figure, Section } from "./figures";
import { freshRound } from "./open-round";
import { memoryOf, workedBy } from "./served-by";
import { startFileServer, startSorti } from "./server";

const SETTLES_MS = 5_000;

/** How soon the built server answers when its database is up, and what it holds when nobody asks anything. */
export async function start({ quick }: Extent): Promise<Section> {
  await freshRound();
  const seconds: number[] = [];
  const worked: number[] = [];
  const atRest: number[] = [];
  const plain: number[] = [];
  for (let run = 0; run < (quick ? 2 : 5); run += 1) {
    const { ms, result: sorti } = await timed(() => startSorti("/api/health"));
    seconds.push(ms / 1000);
    worked.push(workedBy(sorti.pid) / 1000);
    await wait(SETTLES_MS);
    atRest.push(...memoryOf(sorti.pid).slice(0, 1));
    await sorti.stop();
    const least = await timed(() => startFileServer("package.json"));
    plain.push(least.ms / 1000);
    await least.result.stop();
  }
  const limit = { name: "Node's plainest server", value: Math.min(...plain) };
  const figures: Figure[] = [
    {
      name: "from the start to the first answer, database up",
      unit: "s",
      runs: seconds,
      limit,
      goal: { atMost: 2 },
    },
    { name: "… processor time of the server until then", unit: "s", runs: worked },
    { name: "memory at rest", unit: "MB", runs: atRest, goal: { atMost: 250 } },
  ];
  return { name: "start", figures };
}
