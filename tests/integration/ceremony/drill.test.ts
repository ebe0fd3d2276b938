import { beforeEach, expect, test } from "vitest";
import { commandLineActor } from "@/lib/auth/command-line";
import { roundsAhead } from "@/lib/ceremony/ahead";
import { knownKeys } from "@/lib/ceremony/data";
import { lastDrill } from "@/lib/ceremony/drills";
import { holdDrill } from "@/lib/ceremony/mutations";
import { readLog } from "@/lib/transparency/data";
import { cleanDatabases } from "../../support/databases";
import {
  atNoon,
  layKeys,
  openSmallRound,
  operator,
  Q1,
  Q2,
  Q3,
  Q4,
  SECRETS,
} from "../../support/round";

beforeEach(cleanDatabases);

const TODAY = atNoon("2026-02-01");
const auditor = () => commandLineActor("auditor", "test");

test("a custodian's drill is in the public log with its rounds, once a day, and without a secret", async () => {
  await layKeys();
  const holder = { custodian: 2, actor: auditor() } as const;
  const shown = await holdDrill(holder, SECRETS[1], TODAY);
  expect(shown).toEqual({ proved: [Q1, Q2, Q3, Q4], notOpened: [] });
  await holdDrill(holder, SECRETS[1], TODAY);
  const log = await readLog();
  expect(log.map(({ kind, content }) => [kind, content])).toEqual([
    ["key-drill", `{"by":"passphrase","custodian":2,"quarters":["${Q1}","${Q2}","${Q3}","${Q4}"]}`],
  ]);
  expect(lastDrill(log, 2, "passphrase")?.day).toBe("2026-02-01");
});

test("a drill with a wrong passphrase or a wrong code notes nothing and may be repeated", async () => {
  await layKeys();
  const holder = { custodian: 1, actor: operator() } as const;
  const wrong = { passphrase: SECRETS[1].passphrase };
  await expect(holdDrill(holder, wrong, TODAY)).rejects.toMatchObject({
    reason: "wrong-passphrase",
  });
  await expect(holdDrill(holder, { recoveryCode: "0000" }, TODAY)).rejects.toMatchObject({
    reason: "wrong-recovery-code",
  });
  expect(await readLog()).toEqual([]);
});

test("the rounds ahead are those after the open one, with whose keys exist", async () => {
  await openSmallRound();
  const ahead = roundsAhead(await knownKeys(operator(), TODAY));
  expect(ahead.map(({ quarter, planned, keys }) => [quarter, planned, ...keys])).toEqual([
    [Q2, true, "here", "here"],
    [Q3, false, "here", "here"],
    [Q4, false, "here", "here"],
    ["2027-Q1", false, "missing", "missing"],
  ]);
});
