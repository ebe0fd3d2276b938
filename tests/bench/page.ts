import path from "node:path";
import { env } from "@/lib/env";
import { askedIn } from "@/lib/survey/asked";
import standard from "@/lib/survey/default-questionnaire.json" with { type: "json" };
import { clientOf } from "./calls";
import { atOnce, median } from "./clock";
import type { Extent, Figure, Section } from "./figures";
import { judged, touched } from "./on-phone";
import { freshRound } from "./open-round";
import { startQuestionPage } from "./question-page";
import { type Running, startFileServer, startSorti } from "./server";

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
async function sent(sorti: Running, folder: string, { quick }: Extent): Promise<Figure> {
  const [runs, n] = quick ? [3, 1500] : [5, 10_000];
  const plain = await startFileServer(path.join(folder, "index.html"));
  const [ours, theirs]: [number[], number[]] = [[], []];
  try {
    await requests(sorti.origin, "/svar", 200);
    await requests(plain.origin, "/", 200);
    for (let run = 0; run < runs; run += 1) {
      ours.push(await requests(sorti.origin, "/svar", n));
      theirs.push(await requests(plain.origin, "/", n));
    }
  } finally {
    await plain.stop();
  }
  const limit = { name: "the same bytes by Node's plainest server", value: median(theirs) };
  const name = `survey page, ${CONNECTIONS} connections`;
  return { name, unit: "requests/s", runs: ours, limit, goal: { atLeast: 2000 } };
}

/** The survey page with the standard questionnaire: how fast it goes out, and what a slow phone makes of it. */
export async function page(extent: Extent): Promise<Section> {
  const times = extent.quick ? 1 : 3;
  await freshRound(askedIn(JSON.stringify(standard), "Region Prov"));
  const folder = path.resolve(env().SORTI_DATA_DIR, "svar");
  const sorti = await startSorti();
  const question = await startQuestionPage(sorti.origin, folder);
  try {
    const figures = [
      await sent(sorti, folder, extent),
      ...(await judged("start page", `${sorti.origin}/svar`, times)),
      ...(await judged("question page", `${question.origin}/svar`, times)),
      ...(await touched(`${sorti.origin}/svar`, times)),
    ];
    return { name: "survey page", figures };
  } finally {
    await question.stop();
    await sorti.stop();
  }
}
