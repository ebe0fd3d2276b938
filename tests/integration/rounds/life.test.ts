import { beforeEach, expect, test } from "vitest";
import { commandLineActor } from "@/lib/auth/command-line";
import { planQuarter } from "@/lib/ceremony/mutations";
import { confirmChange, propose } from "@/lib/changes/mutations";
import {
  closeIssuing,
  closeReceiving,
  mixInOneProcess,
  openQuarter,
} from "@/lib/closing/mutations";
import { lastMixRun } from "@/lib/mixing/data";
import { allAtoms, publicReceipts } from "@/lib/releases/data";
import { allRounds, issuingRound, receivingRounds } from "@/lib/rounds/data";
import { firstBroken } from "@/lib/transparency/chain";
import { readLog } from "@/lib/transparency/data";
import { asOwner, cleanDatabases } from "../../support/databases";
import { answerMany, answerRound, listed } from "../../support/respondent";
import {
  afterEnd,
  atNoon,
  bothKeys,
  closeRound,
  keysOf,
  layKeys,
  mixRound,
  openSmallRound,
  operator,
  planSmallRound,
  Q1,
  Q2,
  Q3,
  REGION,
  roundOf,
  SECRETS,
} from "../../support/round";
import { tiny } from "../../unit/survey/tiny";

beforeEach(cleanDatabases);

const END = afterEnd(Q1);
const HOURS_72 = 72 * 3600;
const later = new Date(END.getTime() + HOURS_72 * 1000);

async function rowsIn(table: string): Promise<number> {
  const rows = await asOwner("collector", `SELECT FROM ${table}`);
  return rows.length;
}

test("a quarter goes from plan to result by the custodians' own passphrases, and its keys are gone", async () => {
  await layKeys();
  const plan = {
    region: { ...REGION, name: "Region Prov" },
    questionnaire: tiny,
    series: ["leaver", "retiree"],
    limits: { k: 8, c: 1 },
    operator: "Mätbyrån",
  } as const;
  await planQuarter(operator(), { ...plan, quarter: Q1 }, SECRETS, END);
  await planQuarter(operator(), { ...plan, quarter: Q2 }, SECRETS, END);
  expect((await allRounds()).map(({ state }) => state)).toEqual(["planned", "planned"]);

  await openQuarter(operator(), Q1, END);
  const round = await roundOf(Q1);
  const receipts = await answerMany(round, "A", 12);
  await closeIssuing(operator(), Q1, HOURS_72, END);
  expect(await roundOf(Q1)).toMatchObject({ state: "grace", issued: 12, receivingStops: later });
  expect((await issuingRound())?.quarter).toBe(Q2);

  await closeReceiving(operator(), Q1, later);
  expect(keysOf(Q1)).toEqual([1, 2]);
  await mixInOneProcess(operator(), Q1, SECRETS, () => undefined, later);

  const totals = { received: 12, counted: 12, withdrawn: 0, dropped: 0 };
  expect(await roundOf(Q1)).toMatchObject({ state: "mixed", ...totals });
  expect(await rowsIn("collector.inbox")).toBe(0);
  expect(await rowsIn("collector.withdrawn")).toBe(0);
  expect(keysOf(Q1)).toEqual([]);
  expect(keysOf(Q2)).toEqual([1, 2, "issuer"]);
  expect((await allAtoms()).map(({ unit, from, to }) => [unit, from, to])).toEqual([["A", Q1, Q1]]);

  const hashes = await Promise.all(receipts.map(listed));
  expect(await publicReceipts(Q1)).toEqual({ reached: hashes.sort(), carried: [], dropped: 0 });
});

test("the public log tells the quarter's life in order, and its chain holds", async () => {
  await answerMany(await openSmallRound(), "A", 10);
  await closeRound(Q1);
  await mixRound(Q1);
  const log = await readLog();
  expect(log.map(({ kind }) => kind)).toEqual([
    "round-planned",
    "round-planned",
    "round-opened",
    "issuing-stopped",
    "round-opened",
    "receiving-stopped",
    "key-destroyed",
    "mixed",
    "key-destroyed",
  ]);
  expect(firstBroken(log)).toBeNull();
  await asOwner("collector", `UPDATE release.log SET content = '{"issued":99}' WHERE seq = 4`);
  expect(firstBroken(await readLog())).toBe(4);
});

test("the next quarter receives while the last one is mixed, and loses nothing", async () => {
  const first = await openSmallRound();
  await answerMany(first, "A", 10);
  await closeRound(Q1);
  const second = await roundOf(Q2);
  await answerMany(second, "B", 3);
  const [receipt] = await Promise.all([answerRound(second, { unit: "B" }), mixRound(Q1)]);
  expect(await rowsIn("collector.inbox")).toBe(4);
  expect(receipt).toMatch(/^.{24}$/);
});

test("an answer on its way when the quarter closes is still received during the grace period", async () => {
  const round = await openSmallRound();
  const { readyAnswer } = await import("../../support/respondent");
  const { receiveAnswer } = await import("@/lib/inbox/mutations");
  const { sealed } = await readyAnswer(round, { unit: "A" });
  await closeIssuing(operator(), Q1, HOURS_72, END);
  expect(await receiveAnswer(sealed, await receivingRounds())).toBe("stored");
  await expect(closeReceiving(operator(), Q1, END)).rejects.toMatchObject({
    reason: "grace-not-over",
  });
  await closeReceiving(operator(), Q1, later);
  expect(await receiveAnswer(sealed, await receivingRounds())).toBe("round-changed");
});

test("nobody ends a quarter early alone, whichever door is taken, and the log tells which two agreed", async () => {
  await openSmallRound();
  const [start, lastDay] = [atNoon("2026-02-01"), atNoon("2026-03-31")];
  const close = (now: Date) => closeIssuing(operator(), Q1, HOURS_72, now);
  const notOver = { reason: "quarter-not-over" };
  await expect(close(lastDay)).rejects.toMatchObject(notOver);
  await propose(operator(), { what: "early-close", quarter: Q1, reason: "Nycklarna byts" }, start);
  await expect(close(start)).rejects.toMatchObject(notOver);
  expect(await roundOf(Q1)).toMatchObject({ state: "issuing", issued: null });
  await confirmChange(commandLineActor("auditor", "Anders"), 1, start);
  expect(await Promise.all([close(start), close(start)])).toContain(true);
  const stopped = (await readLog()).filter(({ kind }) => kind === "issuing-stopped");
  expect(stopped.map(({ content }) => JSON.parse(content).early)).toEqual([
    { change: 1, agreed: ["operator", "auditor"] },
  ]);
});

test("what waits for its group is kept from mix to mix until the group is large enough", async () => {
  await answerMany(await openSmallRound(), "A", 5);
  await answerMany(await roundOf(Q1), "B", 5);
  await closeRound(Q1);
  await mixRound(Q1);
  expect(await allAtoms()).toEqual([]);
  await planSmallRound(Q3);
  await answerMany(await roundOf(Q2), "A", 5);
  await answerMany(await roundOf(Q2), "B", 5);
  await closeRound(Q2);
  await mixRound(Q2);
  expect((await allAtoms()).map(({ unit, from, to, n }) => [unit, from, to, n])).toEqual([
    ["A", Q1, Q2, 10],
    ["B", Q1, Q2, 10],
  ]);
});

test("whoever watches a mix sees each step, and at last that it is done", async () => {
  const { mixUnlocked } = await import("@/lib/closing/mutations");
  const { watchedMix } = await import("@/lib/rounds/mutations");
  await answerMany(await openSmallRound(), "A", 10);
  await closeRound(Q1);
  const seen: string[] = [];
  const watched = watchedMix(Q1);
  const progress: typeof watched = async (step, done, total) => {
    await watched(step, done, total);
    const run = await lastMixRun(Q1);
    if (run && seen.at(-1) !== run.step) seen.push(run.step);
  };
  await mixUnlocked(operator(), Q1, await bothKeys(Q1), progress, END);
  expect(seen).toEqual(["peel", "open", "audit", "write", "destroy", "done"]);
});
