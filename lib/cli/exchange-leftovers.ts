import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { quarterOfTerms } from "@/lib/cli/handed-over";
import { dataDirectory } from "@/lib/cli/installation";
import { textsPlace } from "@/lib/cli/texts-file";
import { allRounds } from "@/lib/rounds/data";
import { isDone } from "@/lib/rounds/state";

/** A file that is being written is touched all the time; after this long nobody writes it any more. */
const ABANDONED_MS = 10 * 60_000;

/** Where `sorti round peel` puts a quarter's file. */
export const exchangePlace = (quarter: string) =>
  path.join(dataDirectory(), "exchange", `${quarter}.exchange`);

/** When its quarter is counted. */
export const removeExchange = (quarter: string) => rmSync(exchangePlace(quarter), { force: true });

/** Every file of that folder, whole or not. */
export function exchangeFiles(): readonly string[] {
  const folder = path.join(dataDirectory(), "exchange");
  return existsSync(folder) ? readdirSync(folder).map((name) => path.join(folder, name)) : [];
}

function abandoned(file: string, now: Date): boolean {
  const written = statSync(file, { throwIfNoEntry: false });
  return written !== undefined && now.getTime() - written.mtimeMs > ABANDONED_MS;
}

/**
 * Removes what an interrupted peel or count left: the files of quarters that are done, and what was never
 * finished. A file that waits for its count stays. Safe to repeat.
 */
export async function removeExchangeLeftovers(now: Date): Promise<void> {
  const rounds = await allRounds();
  for (const { quarter, state } of rounds) {
    if (isDone(state)) removeExchange(quarter);
  }
  // What custodian 2 peeled of the texts is of use while their round takes answers in.
  const texts = rounds.filter(({ state }) => !isDone(state) && state !== "closed");
  const waiting = new Set([
    ...rounds.map(({ quarter }) => exchangePlace(quarter)),
    ...texts.map(({ quarter }) => textsPlace(quarter)),
  ]);
  // Terms wait until their quarter is planned.
  const planned = new Set<string>(rounds.map(({ quarter }) => quarter));
  const ofTerms = (file: string) => {
    const quarter = quarterOfTerms(file);
    return quarter !== null && !planned.has(quarter);
  };
  for (const file of exchangeFiles()) {
    if (!waiting.has(file) && !ofTerms(file) && abandoned(file, now)) rmSync(file, { force: true });
  }
}
