import { beforeEach, expect, test } from "vitest";
import { closeIssuing, mixInOneProcess, mixUnlocked } from "@/lib/closing/mutations";
import { receiveAnswer } from "@/lib/inbox/mutations";
import { KeyRefused } from "@/lib/keys/refused";
import { isMixing } from "@/lib/mixing/data";
import { countRound } from "@/lib/mixing/mutations";
import type { MixProgress } from "@/lib/mixing/progress";
import { peelRound } from "@/lib/peeling/mutations";
import { receivingRounds } from "@/lib/rounds/data";
import { RoundRefused } from "@/lib/rounds/state";
import { asOwner, cleanDatabases } from "../../support/databases";
import { answerMany, readyAnswer } from "../../support/respondent";
import {
  afterEnd,
  bothKeys,
  closeRound,
  mixRound,
  openSmallRound,
  operator,
  PASSPHRASES,
  planSmallRound,
  Q1,
  Q2,
  Q3,
  roundOf,
  SECRETS,
} from "../../support/round";

beforeEach(cleanDatabases);

const END = afterEnd(Q1);
const quiet: MixProgress = () => undefined;
const reason = (is: string) => expect.objectContaining({ reason: is });

/** Everything that a mix writes or empties, as it stands now. */
async function everything() {
  const tables = ["inbox", "withdrawn"].map((name) => `collector.${name}`);
  const written = ["atoms", "cells", "receipts", "rounds", "log"].map((name) => `release.${name}`);
  const all: Record<string, unknown> = {};
  for (const table of [...tables, ...written, "mixing.sealed"]) {
    all[table] = await asOwner("collector", `SELECT * FROM ${table} AS row ORDER BY row::text`);
  }
  return all;
}

/** A closed round of twelve answers, as it stands before the mix. */
async function closedWithTwelve() {
  await answerMany(await openSmallRound(), "A", 12);
  await closeRound(Q1);
  return everything();
}

test("a wrong passphrase, of either custodian, changes nothing; the right ones then mix", async () => {
  const before = await closedWithTwelve();
  const wrong = { passphrase: "fel fras" };
  const tries = [
    [wrong, SECRETS[1]],
    [SECRETS[0], wrong],
    [{ passphrase: PASSPHRASES[1] }, { passphrase: PASSPHRASES[0] }],
  ] as const;
  for (const secrets of tries) {
    const refusal = mixInOneProcess(operator(), Q1, secrets, quiet, END);
    await expect(refusal).rejects.toEqual(new KeyRefused("wrong-passphrase"));
  }
  expect(await everything()).toEqual(before);
  await mixRound(Q1);
  expect((await roundOf(Q1)).counted).toBe(12);
});

test("an answer that arrives between the two halves of the mix is not lost: the count is refused", async () => {
  const round = await openSmallRound();
  await answerMany(round, "A", 12);
  const receiving = await receivingRounds();
  const { sealed } = await readyAnswer(round, { unit: "A" });
  await closeRound(Q1);
  const [first, second] = await bothKeys(Q1);
  const exchange = await peelRound(operator(), Q1, second, quiet);
  expect(await receiveAnswer(sealed, receiving)).toBe("stored");
  const before = await everything();
  const late = countRound(operator(), exchange, first, quiet, END);
  await expect(late).rejects.toEqual(reason("exchange-outdated"));
  expect(await everything()).toEqual(before);
  await mixRound(Q1);
  expect((await roundOf(Q1)).counted).toBe(13);
});

test("the mix waits for an answer that was on its way in when receiving stopped", async () => {
  const round = await openSmallRound();
  await answerMany(round, "A", 12);
  const remembered = await receivingRounds();
  const { sealed } = await readyAnswer(round, { unit: "A" });
  const keys = await bothKeys(Q1);
  await closeRound(Q1);
  await asOwner("collector", "UPDATE release.rounds SET receiving_stops = $1", [new Date()]);
  const mix = mixUnlocked(operator(), Q1, keys, quiet, END);
  expect(await receiveAnswer(sealed, remembered)).toBe("stored");
  await mix;
  expect((await roundOf(Q1)).counted).toBe(13);
});

test("a quarter that still receives, or was mixed before, is not mixed", async () => {
  await answerMany(await openSmallRound(), "A", 12);
  await expect(mixRound(Q1)).rejects.toEqual(reason("wrong-state"));
  await closeIssuing(operator(), Q1, 0, END);
  await expect(mixRound(Q1)).rejects.toEqual(reason("wrong-state"));
  await closeRound(Q1);
  const keys = await bothKeys(Q1);
  await mixRound(Q1);
  const after = await everything();
  const seen: string[] = [];
  const again = mixUnlocked(operator(), Q1, keys, (step) => void seen.push(step), END);
  await expect(again).rejects.toEqual(reason("wrong-state"));
  expect(seen).toEqual([]);
  expect(await everything()).toEqual(after);
});

test("a quarter waits for the one before it, whose totals are sealed to keys of its own", async () => {
  await closedWithTwelve();
  await planSmallRound(Q3);
  await closeRound(Q2);
  await expect(mixRound(Q2)).rejects.toEqual(reason("earlier-round-unmixed"));
  await mixRound(Q1);
  await mixRound(Q2);
  expect((await roundOf(Q2)).state).toBe("mixed");
});

test("a quarter without a next one is neither closed nor mixed: what waits needs somewhere to go", async () => {
  await answerMany(await openSmallRound(), "A", 12);
  await closeRound(Q1);
  await expect(closeRound(Q2)).rejects.toEqual(reason("next-round-missing"));
  expect((await roundOf(Q2)).state).toBe("issuing");
});

test("of two who close at once, one closes and one is told that it was done", async () => {
  await answerMany(await openSmallRound(), "A", 12);
  const close = () => closeIssuing(operator(), Q1, 0, END);
  expect((await Promise.all([close(), close()])).sort()).toEqual([false, true]);
  expect(await close()).toBe(false);
  const steps = await asOwner(
    "collector",
    "SELECT FROM release.log WHERE kind = 'issuing-stopped'",
  );
  expect(steps).toHaveLength(1);
});

test("of two mixes at once, one mixes and the other is refused before it reads anything", async () => {
  await closedWithTwelve();
  const keys = await bothKeys(Q1);
  expect(await isMixing()).toBe(false);
  const refusals: unknown[] = [];
  const whileMixing: MixProgress = async (step) => {
    if (step !== "open" || refusals.length > 0) return;
    expect(await isMixing()).toBe(true);
    await mixUnlocked(operator(), Q1, keys, quiet, END).catch((cause) => refusals.push(cause));
  };
  await mixUnlocked(operator(), Q1, keys, whileMixing, END);
  expect(refusals).toEqual([new RoundRefused("mix-running")]);
  expect(await roundOf(Q1)).toMatchObject({ state: "mixed", counted: 12 });
  expect(await isMixing()).toBe(false);
});

test("of two counts of one file at once, on two machines, exactly one is written", async () => {
  await closedWithTwelve();
  const [first, second] = await bothKeys(Q1);
  const exchange = await peelRound(operator(), Q1, second, quiet);
  const count = () => countRound(operator(), exchange, first, quiet, END);
  const outcomes = await Promise.allSettled([count(), count(), count()]);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const refusals = outcomes.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
  expect(refusals).toEqual([new RoundRefused("wrong-state"), new RoundRefused("wrong-state")]);
  expect(await asOwner("collector", "SELECT FROM release.receipts")).toHaveLength(12);
  expect(await asOwner("collector", "SELECT FROM release.log WHERE kind = 'mixed'")).toHaveLength(
    1,
  );
});
