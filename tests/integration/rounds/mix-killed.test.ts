import { readdirSync } from "node:fs";
import path from "node:path";
import { beforeEach, expect, test } from "vitest";
import { mixUnlocked } from "@/lib/closing/mutations";
import { env } from "@/lib/env";
import { isMixing } from "@/lib/mixing/data";
import type { MixProgress } from "@/lib/mixing/progress";
import { asOwner, cleanDatabases } from "../../support/databases";
import { holdTable } from "../../support/hold-table";
import { answerMany } from "../../support/respondent";
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

const KILL_MIXER = `
  SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'sorti_mixer'`;
const WAITING = `
  SELECT FROM pg_stat_activity WHERE usename = 'sorti_mixer' AND wait_event_type = 'Lock'`;

async function untilTheWriteWaits(): Promise<void> {
  const until = Date.now() + 120_000;
  while (Date.now() < until) {
    if ((await asOwner("collector", WAITING)).length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("the mix never came to its transaction's middle");
}

async function stored() {
  const of = async (sql: string) => asOwner("collector", sql);
  return {
    inbox: await of("SELECT * FROM collector.inbox ORDER BY message"),
    sealed: await of("SELECT * FROM mixing.sealed ORDER BY kind"),
    atoms: await of("SELECT * FROM release.atoms"),
    receipts: await of("SELECT * FROM release.receipts"),
    log: await of("SELECT * FROM release.log ORDER BY seq"),
    rounds: await of("SELECT * FROM release.rounds ORDER BY quarter"),
  };
}

test("a database connection that dies in the middle of the mix's transaction leaves everything as before", async () => {
  await answerMany(await openSmallRound(), "A", 12);
  await closeRound(Q1);
  const keys = await bothKeys(Q1);
  const before = await stored();

  // Holding the log's table stops the transaction after it has emptied the inbox, before it commits.
  const letGo = await holdTable("collector", "release.log");
  const mix = mixUnlocked(operator(), Q1, keys, () => undefined, END);
  const failed = expect(mix).rejects.toThrow();
  await untilTheWriteWaits();
  await asOwner("collector", KILL_MIXER);
  await letGo();
  await failed;

  expect(await stored()).toEqual(before);
  expect(await isMixing()).toBe(false);
  await mixRound(Q1);
  expect(await roundOf(Q1)).toMatchObject({ state: "mixed", counted: 12 });
});

test("a mix whose lock is lost half-way still does all or nothing, and does not claim to have failed", async () => {
  await answerMany(await openSmallRound(), "A", 12);
  await closeRound(Q1);
  const keys = await bothKeys(Q1);
  const cut: MixProgress = async (step) => {
    if (step === "destroy") await asOwner("collector", KILL_MIXER);
  };
  await mixUnlocked(operator(), Q1, keys, cut, END);
  expect(await roundOf(Q1)).toMatchObject({ state: "mixed", counted: 12 });
});

test("a mix that is stopped before it writes, at whatever step, changes nothing and leaves no file behind", async () => {
  await answerMany(await openSmallRound(), "A", 12);
  await closeRound(Q1);
  const keys = await bothKeys(Q1);
  const before = await stored();
  for (const step of ["peel", "open", "audit", "write"]) {
    const stop: MixProgress = (now, done) => {
      if (now === step && (done > 0 || step !== "peel")) throw new Error(`stopped at ${step}`);
    };
    const mix = mixUnlocked(operator(), Q1, keys, stop, END);
    await expect(mix).rejects.toThrow(`stopped at ${step}`);
  }
  expect(await stored()).toEqual(before);
  expect(readdirSync(path.resolve(env().SORTI_DATA_DIR, "exchange"))).toEqual([]);
  await mixRound(Q1);
  expect(await roundOf(Q1)).toMatchObject({ state: "mixed", counted: 12 });
});
