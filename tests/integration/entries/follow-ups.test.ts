import { randomUUID } from "node:crypto";
import { beforeEach, expect, test, vi } from "vitest";
import { signAction } from "@/lib/actions/mutations";
import { commandLineActor } from "@/lib/auth/command-line";
import { db } from "@/lib/db/clients";
import { mailFollowUps } from "@/lib/follow-ups/mutations";
import { startWorkers } from "@/lib/jobs/workers";
import { dayAt } from "@/lib/quarters/today";
import { asOwner } from "@/tests/support/databases";
import { mailServer, mailsTo, withMailing } from "../invitations/mailing";

withMailing();

const hr = commandLineActor("hr", "test");
const at = (day: string) => new Date(`${day}T08:00:00+01:00`);

async function account(email: string, roles: readonly string[] = ["hr"]): Promise<string> {
  const data = { email, name: email, roles: [...roles] };
  return (await db("identity").user.create({ data, select: { id: true } })).id;
}

const ACTION = {
  what: "Handledning för nya",
  who: "Enhetschef",
  control: "Avgångar första året",
  decidedOn: "2026-10-01",
  due: "2026-12-01",
  state: "ongoing" as const,
  result: "",
};

const mailed = async (to: string) => (await mailsTo(to)).map(({ subject }) => subject);

async function anAction(reminds: string, more: Partial<typeof ACTION> = {}): Promise<string> {
  const id = randomUUID();
  const base = { id, unitCode: "VC1", version: 0 };
  await signAction(hr, base, { ...ACTION, ...more, reminds }, "2026-10-01");
  return id;
}

beforeEach(async () => {
  const unit = { kind: "primary_care", validFrom: "2020-01-01", predecessors: [] };
  await db("identity").unit.create({ data: { ...unit, code: "VC1", name: "Björken" } });
});

test("the account that was chosen is mailed a week ahead, and once more when the day has passed", async () => {
  await anAction(await account("anna@hr.example"));
  for (const day of ["2026-11-20", "2026-11-24", "2026-11-25", "2026-12-02", "2026-12-20"]) {
    await mailFollowUps(hr, at(day));
  }
  expect(await mailed("anna@hr.example")).toEqual([
    "Björken: en åtgärd skulle ha följts upp",
    "Björken: en åtgärd ska snart följas upp",
  ]);
  const [mail] = await mailsTo("anna@hr.example");
  expect(mail?.text).toContain("Åtgärd: Handledning för nya. Ansvarig: Enhetschef.");
  expect(mail?.text).toContain("/hr/units/VC1");
});

test("two jobs at once send one mail", async () => {
  await anAction(await account("bo@hr.example"));
  const both = await Promise.all([1, 2].map(() => mailFollowUps(hr, at("2026-11-24"))));
  expect(both.toSorted()).toEqual([0, 1]);
  expect(await mailed("bo@hr.example")).toHaveLength(1);
});

test("a mail server that was away delays the mail, and loses none", async () => {
  await anAction(await account("cia@hr.example"));
  await mailServer("stop");
  await expect(mailFollowUps(hr, at("2026-11-24"))).rejects.toThrow("The mail did not go");
  await mailServer("start");
  expect(await mailFollowUps(hr, at("2026-11-25"))).toBe(1);
  expect(await mailed("cia@hr.example")).toHaveLength(1);
});

test("an account that is HR's no more gets nothing, and neither does a finished action's", async () => {
  await anAction(await account("disa@hr.example", ["auditor"]));
  const done = await anAction(await account("eva@hr.example"));
  const finished = { ...ACTION, state: "done" as const, result: "Färre slutar", reminds: null };
  await signAction(hr, { id: done, unitCode: "VC1", version: 1 }, finished, "2026-11-01");
  expect(await mailFollowUps(hr, at("2026-12-02"))).toBe(0);
});

test("a running server looks by itself, every working morning", async () => {
  const schedule = "SELECT cron, timezone FROM pgboss.schedule WHERE name = 'follow-up'";
  expect(await asOwner("employer", schedule)).toEqual([
    { cron: "30 7 * * 1-5", timezone: "Europe/Stockholm" },
  ]);
  // The worker goes by the real clock.
  await anAction(await account("frida@hr.example"), { due: dayAt(new Date()) });
  const job = "INSERT INTO pgboss.job (name, policy) VALUES ('follow-up', 'short')";
  await asOwner("employer", job);
  const workers = await startWorkers((work, failure) => expect.fail(`${work}: ${failure}`));
  await vi.waitFor(async () => expect(await mailed("frida@hr.example")).toHaveLength(1), {
    timeout: 120_000,
    interval: 200,
  });
  await workers.stop();
});
