import { setTimeout as wait } from "node:timers/promises";
import { sorti } from "../support/command";
import type { Demonstration } from "../support/demonstration";
import { type Answered, mayBegin, prepare, send } from "./client/answer";
import { get, type Server } from "./client/calls";
import { hex } from "./client/encoding";
import type { Round } from "./client/manifest";
import { listed } from "./client/sealing";
import type { Asked } from "./columns";
import type { Row } from "./file";
import type { Ledger } from "./ledger";
import type { MailBox } from "./mails";
import { answersOf } from "./questionnaire";
import { addressOf } from "./region";
import type { Receipts, Released } from "./released";

/** Everything that the rounds are played with. */
export type Stage = {
  readonly running: Demonstration;
  readonly server: Server;
  readonly mails: MailBox;
  readonly ledger: Ledger;
  readonly columns: readonly Asked[];
  readonly grace: number;
};

/** People who answer at the same time. */
const AT_ONCE = 6;
/** With fewer than this in the inbox, answers wait for the next round. */
const MIX_MIN = 10;

/** What a round's people are told by mail: a link each, and the hash of the round's manifest. */
export async function invited(stage: Stage, rows: readonly Row[], round: Round) {
  const { ledger, mails } = stage;
  const found = await mails.until(rows.map(addressOf));
  const hash = hex(round.manifestHash);
  const wrong = rows
    .filter((row) => found.get(addressOf(row))?.manifestHash !== hash)
    .map((row) => `the mail to person ${row.number} has another hash`);
  ledger.hold(round.manifest.quarter, "mails with the manifest's hash", `${rows.length}`, wrong);
  return (row: Row) => found.get(addressOf(row))?.token ?? "";
}

/** One person begins, and is shown the own unit and kind of leaving; seals, and is ready to send. */
async function ready(stage: Stage, round: Round, row: Row, token: string): Promise<Answered> {
  const { server, columns } = stage;
  const shown = await mayBegin(server, token);
  if (shown.unit !== row.unit || shown.series !== row.series) {
    throw new Error(`Person ${row.number} was shown ${shown.unit} ${shown.series}.`);
  }
  const { unit, series } = row;
  return prepare(server, round, token, { answers: answersOf(row, columns), unit, series });
}

/** Everybody answers, some at once; the last one has sealed, but sends only when issuing has stopped. */
export async function answerAll(
  stage: Stage,
  round: Round,
  rows: readonly Row[],
  tokenOf: (row: Row) => string,
): Promise<{ readonly sent: readonly Answered[]; readonly late: Answered }> {
  const sent: Answered[] = [];
  const queue = [...rows];
  const last = queue.pop();
  if (!last) throw new Error("A round without people.");
  const one = async () => {
    for (let row = queue.shift(); row; row = queue.shift()) {
      const own = await ready(stage, round, row, tokenOf(row));
      await send(stage.server, own);
      sent.push(own);
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  const seconds = Math.round((performance.now() - started) / 1000);
  stage.ledger.note(`${sent.length} people answered in ${seconds} s`);
  return { sent, late: await ready(stage, round, last, tokenOf(last)) };
}

/** Plans the next quarter, closes this one in two steps, and mixes it with both custodians' passphrases. */
export async function closeAndMix(
  { running, server, grace }: Stage,
  [quarter, next]: readonly [string, string],
  late: Answered,
): Promise<void> {
  await sorti(running, "round", "open", next);
  await sorti(running, "round", "close", quarter);
  await send(server, late);
  await wait(grace * 1000 + 500);
  for (const step of ["close", "peel", "count"]) await sorti(running, "round", step, quarter);
}

export async function released(running: Demonstration, quarter: string): Promise<Released> {
  return JSON.parse(await sorti(running, "release", "show", quarter, "--json"));
}

const sameList = (what: string, wanted: readonly string[], got: readonly string[]): string[] => {
  const sorted = [...wanted].sort();
  const same = sorted.length === got.length && sorted.every((hash, i) => hash === got[i]);
  return same ? [] : [`${what}: ${got.length} listed, ${wanted.length} sent, or not the same`];
};

/**
 * Whether the public lists have exactly the receipts that were sent in a round or carried over to it. Returns
 * those that wait for the next one: all, or none.
 */
export async function checkReceipts(
  { server, ledger }: Stage,
  quarter: string,
  receipts: readonly string[],
): Promise<readonly string[]> {
  const { body } = await get(server, `receipts/${quarter}`);
  const { reached, carried, dropped } = body as Receipts;
  const mixed = receipts.length >= MIX_MIN;
  const hashes = receipts.map(listed);
  const wrong = [
    ...sameList("reached", mixed ? hashes : [], reached),
    ...sameList("carried", mixed ? [] : hashes, carried),
    ...(dropped === 0 ? [] : [`${dropped} dropped`]),
  ];
  const where = mixed ? "reached the mix" : "wait for the next round";
  ledger.hold(quarter, "public list of receipts", `${receipts.length} ${where}`, wrong);
  return mixed ? [] : receipts;
}
