import { beforeEach, expect, test } from "vitest";
import { allAtoms, publicReceipts } from "@/lib/releases/data";
import { firstTableFault, readLog } from "@/lib/transparency/data";
import { asOwner, cleanDatabases } from "../../support/databases";
import { answerMany, listed, withdrawReceipt } from "../../support/respondent";
import {
  closeRound,
  mixRound,
  openSmallRound,
  planSmallRound,
  Q1,
  Q2,
  Q3,
  Q4,
  roundOf,
} from "../../support/round";

beforeEach(cleanDatabases);

test("fewer than ten answers are shown to nobody: they are sealed again and counted next time", async () => {
  const receipts = await answerMany(await openSmallRound(), "A", 4);
  await closeRound(Q1);
  await mixRound(Q1);
  expect(await roundOf(Q1)).toMatchObject({ state: "mixed", received: 4, counted: 0 });
  const carried = (await Promise.all(receipts.map(listed))).sort();
  expect(await publicReceipts(Q1)).toEqual({ reached: [], carried, dropped: 0 });
  expect(await allAtoms()).toEqual([]);
  expect(await asOwner("collector", "SELECT FROM collector.inbox")).toEqual([]);

  await planSmallRound(Q3);
  await answerMany(await roundOf(Q2), "A", 6);
  await closeRound(Q2);
  await mixRound(Q2);
  expect(await roundOf(Q2)).toMatchObject({ received: 6, counted: 10 });
  const [atom] = await allAtoms();
  expect(atom?.n).toBe(10);
  const lists = await publicReceipts(Q2);
  expect([lists?.reached.length, lists?.carried]).toEqual([10, []]);
  expect(lists?.reached).toEqual(expect.arrayContaining(carried));
});

test("an answer that was carried over can be withdrawn until its new quarter stops receiving", async () => {
  const [first = "", second = ""] = await answerMany(await openSmallRound(), "A", 4);
  await closeRound(Q1);
  await mixRound(Q1);
  await planSmallRound(Q3);
  await answerMany(await roundOf(Q2), "A", 8);
  await withdrawReceipt(first);
  await closeRound(Q2);
  await withdrawReceipt(second);
  await mixRound(Q2);
  expect(await roundOf(Q2)).toMatchObject({ received: 8, counted: 11, withdrawn: 1, dropped: 0 });
  const lists = await publicReceipts(Q2);
  expect(lists?.reached).toContain(await listed(second));
  expect(lists?.reached).not.toContain(await listed(first));
  expect(await firstTableFault(await readLog())).toBeNull();
});

test("an answer that waits two quarters keeps its receipt, and can still be withdrawn in the third", async () => {
  const receipts = await answerMany(await openSmallRound(), "A", 3);
  await closeRound(Q1);
  await mixRound(Q1);
  await planSmallRound(Q3);
  await closeRound(Q2);
  await mixRound(Q2);
  const waiting = (await Promise.all(receipts.map(listed))).sort();
  expect(await publicReceipts(Q2)).toEqual({ reached: [], carried: waiting, dropped: 0 });
  await planSmallRound(Q4);
  await answerMany(await roundOf(Q3), "A", 10);
  await withdrawReceipt(receipts[0] ?? "");
  await closeRound(Q3);
  await mixRound(Q3);
  expect(await roundOf(Q3)).toMatchObject({ received: 10, counted: 12, withdrawn: 1 });
});
