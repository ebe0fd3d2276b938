import { db } from "@/lib/db/clients";
import { isDemo, isPart } from "@/lib/env";
import { believed, type Clocks, type Judged, judge, type Side } from "./rule";

type Row = { readonly database: Date; readonly seen: Date | null };

/** Whose disposal this process does. */
const ownSides = (): readonly Side[] => [
  ...(isPart("issuer") ? (["employer"] as const) : []),
  ...(isPart("collector") ? (["collector"] as const) : []),
];

const clientOf = (side: Side) => (side === "employer" ? db("identity") : db("operator"));

async function clocksOf(side: Side, now: Date): Promise<Clocks> {
  const [row] = await clientOf(side).$queryRaw<Row[]>`
    SELECT now() AS database, (SELECT seen FROM disposal.clock) AS seen`;
  return { now, database: row?.database ?? now, seen: row?.seen ?? null };
}

/** What is to be thought of the clock on each of this process's sides; of the demonstration's, moved on purpose, nothing. */
export async function judgeClock(now: Date): Promise<readonly Judged[]> {
  const judged: Judged[] = [];
  if (isDemo()) return judged;
  for (const side of ownSides()) {
    const clocks = await clocksOf(side, now);
    judged.push({ side, seen: clocks.seen, verdict: judge(clocks) });
  }
  return judged;
}

/** Until which moment what is due by date may be disposed of now. Writes nothing. */
export const disposalTime = async (now: Date): Promise<Date> =>
  believed(now, await judgeClock(now));
