import { beforeEach, expect, test } from "vitest";
import { receiveAnswer } from "@/lib/inbox/mutations";
import { publicReceipts } from "@/lib/releases/data";
import { receivingRounds } from "@/lib/rounds/data";
import { asOwner, cleanDatabases } from "../../support/databases";
import { answerMany, listed, readyAnswer, withdrawReceipt } from "../../support/respondent";
import { closeRound, mixRound, openSmallRound, Q1, random, roundOf } from "../../support/round";

beforeEach(cleanDatabases);

async function inbox(): Promise<number> {
  return (await asOwner("collector", "SELECT FROM collector.inbox")).length;
}

test("an answer that is sent twice, or ten times at once, is stored once and always welcomed", async () => {
  const { sealed } = await readyAnswer(await openSmallRound(), { unit: "A" });
  const receiving = await receivingRounds();
  expect(await receiveAnswer(sealed, receiving)).toBe("stored");
  const again = Array.from({ length: 10 }, () => receiveAnswer(sealed, receiving));
  expect(new Set(await Promise.all(again))).toEqual(new Set(["stored"]));
  expect(await inbox()).toBe(1);
});

test("an altered credential, a forged one and somebody else's are refused, and nothing is stored", async () => {
  const round = await openSmallRound();
  const mine = (await readyAnswer(round, { unit: "A" })).sealed;
  const other = (await readyAnswer(round, { unit: "A" })).sealed;
  const receiving = await receivingRounds();
  const altered = mine.signature.slice();
  altered[100] = (altered[100] ?? 0) ^ 1;
  const prefix = mine.message.slice();
  prefix[0] = (prefix[0] ?? 0) ^ 1;
  for (const wrong of [
    { ...mine, signature: altered },
    { ...mine, signature: random(384) },
    { ...mine, signature: other.signature },
    { ...mine, message: prefix },
    { ...mine, sealed: other.sealed },
    { ...mine, withdrawalHash: other.withdrawalHash },
  ]) {
    expect(await receiveAnswer(wrong, receiving)).toBe("bad-credential");
  }
  expect(await inbox()).toBe(0);
});

test("an answer of another size, or without a receipt's hash, is refused unread", async () => {
  const { sealed } = await readyAnswer(await openSmallRound(), { unit: "A" });
  const receiving = await receivingRounds();
  for (const wrong of [
    { ...sealed, sealed: random(sealed.sealed.length - 1) },
    { ...sealed, sealed: random(10) },
    { ...sealed, message: random(50) },
    { ...sealed, withdrawalHash: random(31) },
  ]) {
    expect(await receiveAnswer(wrong, receiving)).toBe("malformed");
  }
  expect(await inbox()).toBe(0);
});

test("an answer for a quarter that has closed is told so, and does not land in the next", async () => {
  const { sealed } = await readyAnswer(await openSmallRound(), { unit: "A" });
  await closeRound(Q1);
  expect(await receiveAnswer(sealed, await receivingRounds())).toBe("round-changed");
  expect(await inbox()).toBe(0);
});

test("an answer that its sender withdraws is not counted, and its receipt is in no list", async () => {
  const round = await openSmallRound();
  const receipts = await answerMany(round, "A", 12);
  const [mine = ""] = receipts;
  await withdrawReceipt(mine);
  await withdrawReceipt(mine);
  await closeRound(Q1);
  await mixRound(Q1);
  expect(await roundOf(Q1)).toMatchObject({ received: 12, counted: 11, withdrawn: 1 });
  const lists = await publicReceipts(Q1);
  expect(lists?.reached).toHaveLength(11);
  expect(lists?.reached).not.toContain(await listed(mine));
});

test("a receipt code that nobody has does no harm, and after the close it is too late to withdraw", async () => {
  const round = await openSmallRound();
  const [mine = ""] = await answerMany(round, "A", 10);
  await withdrawReceipt("7K2M-9QXD-AAAA-BBBB-CCCC");
  await closeRound(Q1);
  await withdrawReceipt(mine);
  await mixRound(Q1);
  expect(await roundOf(Q1)).toMatchObject({ received: 10, counted: 10, withdrawn: 0 });
});

test("an answer that cannot be read is dropped and counted as dropped, and stops nobody else's", async () => {
  const round = await openSmallRound();
  await answerMany(round, "A", 10);
  const receiving = await receivingRounds();
  const noise = await readyAnswer(round, { unit: "A", envelope: random(4258) });
  expect(await receiveAnswer(noise.sealed, receiving)).toBe("stored");
  const wrong = await readyAnswer(round, { unit: "A", answers: { exit: "made-up" } });
  expect(await receiveAnswer(wrong.sealed, receiving)).toBe("stored");
  const elsewhere = await readyAnswer(round, { unit: "Nowhere" });
  expect(await receiveAnswer(elsewhere.sealed, receiving)).toBe("stored");
  await closeRound(Q1);
  await mixRound(Q1);
  expect(await roundOf(Q1)).toMatchObject({ received: 13, counted: 10, dropped: 3 });
});

test("the inbox holds neither time nor order nor anything about the sender", async () => {
  await answerMany(await openSmallRound(), "A", 2);
  const columns = await asOwner<{ column_name: string }>(
    "collector",
    `SELECT column_name FROM information_schema.columns
     WHERE table_schema = 'collector' AND table_name = 'inbox' ORDER BY ordinal_position`,
  );
  expect(columns.map((row) => row.column_name)).toEqual([
    "slot",
    "message",
    "signature",
    "sealed",
    "withdrawal_hash",
  ]);
  const sizes = await asOwner("collector", "SELECT DISTINCT length(sealed) FROM collector.inbox");
  expect(sizes).toEqual([{ length: 4258 }]);
});
