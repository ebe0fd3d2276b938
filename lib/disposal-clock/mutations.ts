import type { OperatorActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import { log } from "@/lib/log";
import { judgeClock } from "./data";
import { believed, type Judged, type Side, type Verdict, waitsFor } from "./rule";

async function note(side: Side, seen: Date): Promise<void> {
  const row = { where: { id: 1 }, create: { id: 1, seen }, update: { seen } };
  if (side === "employer") await db("identity").disposalClock.upsert(row);
  else await db("operator").disposalClock.upsert(row);
}

const noteAll = async (judged: readonly Judged[], now: Date): Promise<void> => {
  for (const { side } of judged) await note(side, now);
};

/**
 * Until which moment what is due by date may be disposed of now, and remembers it for the next time. When the clock
 * is doubted it stands still, and the server's log says so. Safe to repeat and to run twice at once.
 */
export async function readDisposalTime(now: Date): Promise<Date> {
  const judged = await judgeClock(now);
  if (waitsFor(judged)) log("disposal-waits");
  else await noteAll(judged, now);
  return believed(now, judged);
}

/**
 * A person says that the clock is right, however far it has moved. What the database's clock contradicts nobody can
 * confirm. Returns what was thought of it; unless that is `ahead`, it is believed from now on.
 */
export async function confirmClock(_actor: OperatorActor, now: Date): Promise<Verdict> {
  const judged = await judgeClock(now);
  const verdict = waitsFor(judged)?.verdict ?? "steady";
  if (verdict === "ahead") return verdict;
  await noteAll(judged, now);
  if (verdict === "jumped") log("clock-confirmed");
  return verdict;
}
