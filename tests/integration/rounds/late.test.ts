import { beforeEach, expect, test } from "vitest";
import { receiveAnswer, withdraw } from "@/lib/inbox/mutations";
import { countRound } from "@/lib/mixing/mutations";
import type { MixProgress } from "@/lib/mixing/progress";
import { peelRound } from "@/lib/peeling/mutations";
import { publicReceipts } from "@/lib/releases/data";
import { receivingRounds } from "@/lib/rounds/data";
import { receiptBytes } from "@/lib/sealing/receipt";
import { asOwner, cleanDatabases } from "../../support/databases";
import { holdTable } from "../../support/hold-table";
import { answerMany, listed, readyAnswer } from "../../support/respondent";
import {
  afterEnd,
  bothKeys,
  closeRound,
  mixRound,
  openSmallRound,
  operator,
  Q1,
  roundOf,
} from "../../support/round";

beforeEach(cleanDatabases);

const END = afterEnd(Q1);
const quiet: MixProgress = () => undefined;

/** Until a role's statement waits for somebody else's lock. */
async function untilWaiting(role: string): Promise<void> {
  const waiting = `
    SELECT FROM pg_stat_activity WHERE usename = '${role}' AND wait_event_type = 'Lock'`;
  const until = Date.now() + 120_000;
  while (Date.now() < until) {
    if ((await asOwner("collector", waiting)).length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`${role} never waited for a lock`);
}

const inbox = () => asOwner("collector", "SELECT FROM collector.inbox");

test("an answer that waited until its quarter was mixed is not told that it was stored", async () => {
  const round = await openSmallRound();
  await answerMany(round, "A", 12);
  const remembered = await receivingRounds();
  const { sealed } = await readyAnswer(round, { unit: "A" });
  await closeRound(Q1);

  // Holding the log stops the mix after it has emptied the inbox, before it commits; the answer comes then.
  const letGo = await holdTable("collector", "release.log");
  const mix = mixRound(Q1);
  await untilWaiting("sorti_mixer");
  const late = receiveAnswer(sealed, remembered);
  await untilWaiting("sorti_collector");
  await letGo();
  await mix;

  expect(await late).toBe("round-changed");
  expect(await roundOf(Q1)).toMatchObject({ state: "mixed", received: 12, counted: 12 });
});

test("a withdrawal that waited until its quarter was mixed is not told that it was noted", async () => {
  const [mine = ""] = await answerMany(await openSmallRound(), "A", 12);
  const remembered = await receivingRounds();
  const shown = receiptBytes(mine);
  if (!shown) throw new Error("a receipt that is none");
  await closeRound(Q1);

  const letGo = await holdTable("collector", "release.log");
  const mix = mixRound(Q1);
  await untilWaiting("sorti_mixer");
  const late = withdraw(shown, remembered);
  await untilWaiting("sorti_collector");
  await letGo();
  await mix;

  expect(await late).toBe("round-changed");
  expect((await publicReceipts(Q1))?.reached).toContain(await listed(mine));
});

test("an answer that came too late for a quarter two years ago does not disturb the one in its place", async () => {
  const round = await openSmallRound();
  await answerMany(round, "A", 12);
  await asOwner(
    "collector",
    `INSERT INTO collector.inbox
     SELECT slot, overlay(message placing decode(repeat('07', 32), 'hex') from 41 for 32),
       signature, sealed, withdrawal_hash FROM collector.inbox LIMIT 1`,
  );
  expect(await inbox()).toHaveLength(13);
  await closeRound(Q1);
  await mixRound(Q1);
  const totals = { state: "mixed", issued: 12, received: 12, counted: 12, dropped: 0 };
  expect(await roundOf(Q1)).toMatchObject(totals);
  expect(await inbox()).toHaveLength(0);
});

test("a withdrawal that arrives between the two halves of the mix holds: the count is refused", async () => {
  const [mine = ""] = await answerMany(await openSmallRound(), "A", 12);
  const remembered = await receivingRounds();
  await closeRound(Q1);
  const [first, second] = await bothKeys(Q1);
  const exchange = await peelRound(operator(), Q1, second, quiet);
  const shown = receiptBytes(mine);
  if (!shown) throw new Error("a receipt that is none");
  await withdraw(shown, remembered);
  const late = countRound(operator(), exchange, first, quiet, END);
  await expect(late).rejects.toMatchObject({ reason: "exchange-outdated" });
  expect((await roundOf(Q1)).state).toBe("closed");
  await mixRound(Q1);
  expect(await roundOf(Q1)).toMatchObject({ received: 12, counted: 11, withdrawn: 1 });
  expect((await publicReceipts(Q1))?.reached).not.toContain(await listed(mine));
});
