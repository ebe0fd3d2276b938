import { commandLineActor } from "@/lib/auth/command-line";
import { publishReport } from "@/lib/publishing/mutations";
import { lastDayOf, shiftQuarter } from "@/lib/quarters/quarter";
import { monthOf, monthsUpTo } from "@/lib/turnover/month";
import { Q1 } from "../support/round";
import { type Person, person } from "./answering";
import { clientOf } from "./calls";
import { quantile, timed } from "./clock";
import type { Extent, Figure, Section } from "./figures";
import { freshRound } from "./open-round";
import { reading } from "./reader";
import { fillReleases } from "./releases";
import { startSorti } from "./server";
import { fillWorld } from "./world";

const LEAVERS = 200;
const READERS = 500;
const UNITS = 30;

/** How long somebody takes between opening the page and *Skicka*, ms: far less than a person, so that all meet. */
const ANSWERS_MS = [1_000, 10_000] as const;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A report that has gone out, and a round that receives. */
async function aRegion() {
  const { round, issuer } = await freshRound();
  const last = shiftQuarter(Q1, -1);
  const window = monthsUpTo(monthOf(lastDayOf(last)), 24);
  const { units } = await fillWorld({ regions: 1, units: UNITS, window, seed: "report day" });
  await fillReleases({ last, quarters: 4, answers: 400, units });
  await publishReport(commandLineActor("operator", "bench"), last, new Date());
  const people = () => Promise.all(Array.from({ length: LEAVERS }, () => person(round, issuer)));
  return { people, report: `/reports/${last}` };
}

/** Everybody opens the page at once, answers for some seconds, and sends; what each call took. */
async function leaving(origin: string, people: readonly Person[]): Promise<readonly number[]> {
  const client = clientOf(origin, LEAVERS);
  const each: number[] = [];
  const call = async (door: string, body: unknown, wanted: number) => {
    const { ms, result } = await timed(() => client.post(`/api/survey/${door}`, body));
    if (result !== wanted) throw new Error(`${door} answered ${result}`);
    each.push(ms);
  };
  const [least, most] = ANSWERS_MS;
  await Promise.all(
    people.map(async ({ credential, response }, n) => {
      await call("invitation", { token: credential.token }, 200);
      await pause(least + ((most - least) * n) / LEAVERS);
      await call("credential", credential, 200);
      await call("responses", response, 204);
    }),
  );
  client.close();
  return each;
}

async function readers(origin: string, report: string): Promise<readonly number[]> {
  const client = clientOf(origin, READERS, { "Accept-Encoding": "gzip, br" });
  const each = await reading(async () => {
    const status = await client.get(report);
    if (status !== 200) throw new Error(`${report} answered ${status}`);
  }, READERS);
  client.close();
  return each;
}

const figure = (name: string, each: readonly number[]): Figure => ({
  name: `${name}, p50, p95 and the slowest`,
  unit: "ms",
  runs: [0.5, 0.95, 1].map((part) => quantile(each, part)),
  // The one in the middle of the three.
  goal: { atMost: 1000 },
});

/** So many who leave and answer at once, so many who read the report, and both: one server, an error stops it. */
export async function reportDay(_extent: Extent): Promise<Section> {
  const { people, report } = await aRegion();
  const server = await startSorti();
  try {
    const { origin } = server;
    const warm = (await people()).slice(0, 5);
    await leaving(origin, warm);
    const left = await leaving(origin, await people());
    const read = await readers(origin, report);
    const coming = await people();
    const [leftTogether, readTogether] = await Promise.all([
      leaving(origin, coming),
      readers(origin, report),
    ]);
    return {
      name: "report day",
      figures: [
        figure(`${LEAVERS} answer at once, each call`, left),
        figure(`${READERS} readers of the report`, read),
        figure("… both at the same time: each call of an answer", leftTogether),
        figure("… a page", readTogether),
      ],
    };
  } finally {
    await server.stop();
  }
}
