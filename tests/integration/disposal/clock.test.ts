import { Command } from "commander";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { commandLineActor } from "@/lib/auth/command-line";
import { purgeCommand } from "@/lib/cli/commands/purge";
import { startHousekeeping } from "@/lib/cli/housekeeping";
import { db } from "@/lib/db/clients";
import { disposeDue } from "@/lib/disposal/mutations";
import { confirmClock, readDisposalTime } from "@/lib/disposal-clock/mutations";
import { JUMP_DAYS } from "@/lib/disposal-clock/rule";
import { dayAt } from "@/lib/quarters/today";
import { asOwner, cleanDatabases } from "@/tests/support/databases";
import { departure } from "../invitations/mailing";

// The demonstration's own clock is moved on purpose.
vi.stubEnv("SORTI_MODE", "production");
afterEach(() => vi.restoreAllMocks());

const DAY_MS = 86_400_000;
const operator = commandLineActor("operator", "test");
const daysFromNow = (days: number) => new Date(Date.now() + days * DAY_MS);

/** Housekeeping has been here, and since it has, an address has been due for ten days. */
beforeEach(async () => {
  await cleanDatabases();
  await readDisposalTime(new Date());
  await departure("a@x.example", { at: daysFromNow(-80), lastDay: dayAt(daysFromNow(-70)) });
});

/** Since the last round of both sides' housekeeping so many days have gone by, or the clock has moved so far. */
async function daysPass(days: number): Promise<void> {
  for (const side of ["employer", "collector"] as const) {
    const sql = `UPDATE disposal.clock SET seen = seen - interval '${days} days' RETURNING seen`;
    expect(await asOwner(side, sql)).toHaveLength(1);
  }
}

const addresses = () => db("identity").departure.count({ where: { email: { not: null } } });

const tidyOnce = async () => (await startHousekeeping((work) => expect(work).toBe(""))).stop();

async function sorti(...flags: readonly string[]): Promise<string> {
  const lines: string[] = [];
  vi.spyOn(console, "log").mockImplementation((line: string) => lines.push(line));
  const program = new Command();
  purgeCommand(program);
  await program.parseAsync(["purge", ...flags], { from: "user" });
  return lines.join("\n");
}

test("after a jump of the clock nothing newer is disposed of by date until somebody has looked; then all of it, once", async () => {
  await daysPass(JUMP_DAYS + 1);
  await tidyOnce();
  expect(await addresses()).toBe(1);
  expect(await sorti()).toContain("sorti purge --clock-is-right");
  expect(JSON.parse(await sorti("--json"))).toEqual({ dryRun: false, waits: true, disposed: [] });
  expect(await addresses()).toBe(1);

  expect(await sorti("--clock-is-right")).toContain("1 · E-mail addresses");
  expect(await addresses()).toBe(0);
  expect(JSON.parse(await sorti("--json"))).toEqual({ dryRun: false, waits: false, disposed: [] });
});

test("a server that stood still for a holiday goes on by itself", async () => {
  await daysPass(JUMP_DAYS - 1);
  await tidyOnce();
  expect(await addresses()).toBe(0);
});

test("a clock that the database's contradicts is believed by nobody's word, and goes on when it is put right", async () => {
  const wrong = daysFromNow(2000);
  const until = await readDisposalTime(wrong);
  expect(until.getTime()).toBeLessThan(wrong.getTime());
  expect(await confirmClock(operator, wrong)).toBe("ahead");
  expect(await readDisposalTime(wrong)).toEqual(until);
  // The pseudonym, which years would take, is there.
  expect((await disposeDue(until)).map((one) => one.class)).toEqual(["addresses"]);
  expect(await confirmClock(operator, new Date())).toBe("steady");
});
