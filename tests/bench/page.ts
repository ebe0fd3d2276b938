import path from "node:path";
import { env } from "@/lib/env";
import { clientOf } from "./calls";
import { atOnce, median } from "./clock";
import type { Extent, Section } from "./figures";
import { freshRound } from "./open-round";
import { startFileServer, startSorti } from "./server";

const CONNECTIONS = 10;

async function requests(origin: string, address: string, n: number): Promise<number> {
  const client = clientOf(origin, CONNECTIONS);
  const done = await atOnce(Array.from({ length: n }), CONNECTIONS, async () => {
    const status = await client.get(address);
    if (status !== 200) throw new Error(`${address}: ${status}`);
  });
  client.close();
  return done.perSecond;
}

/** How fast the survey page goes out, beside a server that does nothing but send the same bytes. */
export async function page({ quick }: Extent): Promise<Section> {
  const [runs, n] = quick ? [3, 1500] : [5, 10_000];
  await freshRound();
  const sorti = await startSorti();
  const plain = await startFileServer(path.resolve(env().SORTI_DATA_DIR, "svar", "index.html"));
  const [ours, theirs]: [number[], number[]] = [[], []];
  try {
    await requests(sorti.origin, "/svar", 200);
    await requests(plain.origin, "/", 200);
    for (let run = 0; run < runs; run += 1) {
      ours.push(await requests(sorti.origin, "/svar", n));
      theirs.push(await requests(plain.origin, "/", n));
    }
  } finally {
    await sorti.stop();
    await plain.stop();
  }
  const limit = { name: "the same bytes by Node's plainest server", value: median(theirs) };
  const name = `survey page, ${CONNECTIONS} connections`;
  return { name: "survey page", figures: [{ name, unit: "requests/s", runs: ours, limit }] };
}
