import { rmSync } from "node:fs";
import { beforeEach, expect, test } from "vitest";
import { commandLineActor } from "@/lib/auth/command-line";
import { discardAnswers, giveUpRound, whatIsLost } from "@/lib/discarding/mutations";
import { keyDirectory } from "@/lib/keys/directory";
import type { Quarter } from "@/lib/quarters/quarter";
import { allAtoms, publicReceipts } from "@/lib/releases/data";
import { firstTableFault, readLog } from "@/lib/transparency/data";
import { afterEntry, type Story } from "@/lib/transparency/story";
import { asOwner, cleanDatabases } from "../../support/databases";
import { answerMany } from "../../support/respondent";
import {
  afterEnd,
  closeRound,
  mixRound,
  openSmallRound,
  operator,
  planSmallRound,
  Q1,
  Q2,
  Q3,
  Q4,
  roundOf,
  sealedAnswers,
} from "../../support/round";

beforeEach(cleanDatabases);

const WHY = "lösenfras och blad är borta";
const giveUp = (quarter: Quarter) => giveUpRound(operator(), quarter, WHY, afterEnd(quarter));
const waiting = () => asOwner("collector", "SELECT DISTINCT quarter FROM mixing.sealed");

/** Four answers of the first quarter wait under the keys of the second, which receives twelve and is closed. */
async function closedWithLostKeys(): Promise<void> {
  await answerMany(await openSmallRound(), "A", 4);
  await closeRound(Q1);
  await mixRound(Q1);
  await planSmallRound(Q3);
  await answerMany(await roundOf(Q2), "B", 12);
  await closeRound(Q2);
}

test("a quarter whose keys are lost is given up: what is lost is said, and later quarters go on", async () => {
  await closedWithLostKeys();
  expect(await whatIsLost(operator(), Q2)).toEqual({ received: 12, carried: 4, totals: true });
  const before = await sealedAnswers();
  expect(await giveUp(Q2)).toBe(true);

  const totals = { issued: 12, received: 12, counted: 0, withdrawn: 0, dropped: 4 };
  expect(await roundOf(Q2)).toMatchObject({ state: "set-aside", ...totals });
  expect(await sealedAnswers()).toEqual(before);
  expect(await waiting()).toEqual([]);
  expect(await publicReceipts(Q2)).toMatchObject({ reached: [], carried: [] });
  const last = (await readLog()).at(-1);
  const told = { quarter: Q2, received: 12, counted: 0, withdrawn: 0, dropped: 4 };
  expect(last?.kind).toBe("answers-given-up");
  expect(JSON.parse(last?.content ?? "")).toEqual({ ...told, totals: true, reason: WHY });

  await planSmallRound(Q4);
  await answerMany(await roundOf(Q3), "A", 10);
  await closeRound(Q3);
  await mixRound(Q3);
  expect(await roundOf(Q3)).toMatchObject({ state: "mixed", received: 10, counted: 10 });
  expect((await allAtoms()).map(({ unit, n, from }) => [unit, n, from])).toEqual([["A", 10, Q3]]);
  expect(await sealedAnswers()).toEqual(before);
});

test("the public log of a quarter that was given up holds: its steps, its numbers, its tables", async () => {
  await closedWithLostKeys();
  await giveUp(Q2);
  await discardAnswers(commandLineActor("auditor", "test"), Q2, "utrett", afterEnd(Q2));
  const log = await readLog();
  const story = log.reduce<Story | string>((so, { kind, content }) => {
    return typeof so === "string" ? so : afterEntry(so, kind, JSON.parse(content));
  }, {});
  expect(story).toMatchObject({ carried: 0 });
  expect(await firstTableFault(log)).toBeNull();
  expect(await sealedAnswers()).toEqual([]);
});

test("giving up twice, and twice at once, is done and told once", async () => {
  await closedWithLostKeys();
  expect((await Promise.all([giveUp(Q2), giveUp(Q2)])).sort()).toEqual([false, true]);
  expect(await giveUp(Q2)).toBe(false);
  const told = (await readLog()).filter(({ kind }) => kind === "answers-given-up");
  expect(told).toHaveLength(1);
});

test("of a mix and giving up at once one wins, and nothing is counted and given up", async () => {
  await answerMany(await openSmallRound(), "A", 10);
  await closeRound(Q1);
  const both = await Promise.allSettled([mixRound(Q1), giveUp(Q1)]);
  expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const ends = (await readLog()).filter(({ kind }) => /^(mixed|answers-given-up)$/.test(kind));
  expect(ends).toHaveLength(1);
});

test("only a quarter that has stopped receiving, and before which nothing waits, can be given up", async () => {
  const refused = (reason: string) => ({ reason });
  await expect(giveUp(Q1)).rejects.toMatchObject(refused("no-such-round"));
  await answerMany(await openSmallRound(), "A", 10);
  await expect(giveUp(Q1)).rejects.toMatchObject(refused("wrong-state"));
  await closeRound(Q1);
  await planSmallRound(Q3);
  await closeRound(Q2);
  await expect(giveUp(Q2)).rejects.toMatchObject(refused("earlier-round-unmixed"));
  await mixRound(Q1);
  await expect(giveUp(Q1)).rejects.toMatchObject(refused("wrong-state"));
  rmSync(keyDirectory(), { recursive: true, force: true });
  expect(await giveUp(Q2)).toBe(true);
});
