import { expect, test, vi } from "vitest";
import { db } from "@/lib/db/clients";
import { startWorkers } from "@/lib/jobs/workers";
import { tokenHash } from "@/lib/keys/link-key";
import { dueReminders, reminderCounts } from "@/lib/reminders/data";
import { chooseReminders, deliverReminder, queueReminders } from "@/lib/reminders/mutations";
import { vouchedFor } from "@/tests/support/confirmed";
import { asOwner } from "@/tests/support/databases";
import { lockAwaited } from "@/tests/support/lock-awaited";
import { mailServer, mailsTo, withMailing } from "../invitations/mailing";
import { at, bytesOf, hr, invited, newestMail, remindersTo } from "./a-leaver";

withMailing();

const FIRST = at("2026-11-26");
const SECOND = at("2026-12-07");
const aTry = { lastTry: false };

const waitingJobs = () =>
  asOwner<{ data: unknown }>(
    "employer",
    "SELECT data FROM pgboss.job WHERE name = 'reminder-mail'",
  );

test("a reminder carries the same survey link as the invitation, and goes twice in all", async () => {
  const id = await invited("anna@r.example");
  const invitation = await newestMail("anna@r.example");
  await deliverReminder(id, aTry, at("2026-11-25"));
  expect(await remindersTo("anna@r.example")).toHaveLength(0);
  await deliverReminder(id, aTry, FIRST);
  const reminder = await newestMail("anna@r.example");
  expect(reminder.surveyToken).toBe(invitation.surveyToken);
  expect(reminder.stopToken).toBe(invitation.stopToken);
  await deliverReminder(id, aTry, SECOND);
  await deliverReminder(id, aTry, at("2027-01-10"));
  expect(await remindersTo("anna@r.example")).toHaveLength(2);
});

test("who has answered gets the same reminder as who has not, and what reminds cannot ask which is which", async () => {
  const [answered, silent] = [await invited("bo@r.example"), await invited("cia@r.example")];
  const link = await newestMail("bo@r.example");
  await asOwner("employer", "INSERT INTO issuer.redemptions VALUES ($1, $2, '2026-Q4')", [
    Buffer.from(tokenHash(bytesOf(link.surveyToken))),
    Buffer.alloc(32, 1),
  ]);
  expect(new Set(await dueReminders(hr, FIRST))).toEqual(new Set([answered, silent]));
  const said = async (id: string, email: string) => {
    await deliverReminder(id, aTry, FIRST);
    const { text, surveyToken, stopToken } = await newestMail(email);
    return text.replace(surveyToken, "LINK").replace(stopToken, "STOP");
  };
  const text = await said(answered, "bo@r.example");
  expect(text).toContain("Har du redan svarat? Bortse från detta.");
  expect(text).toBe(await said(silent, "cia@r.example"));
  const asked = db("identity").$queryRaw`SELECT 1 FROM issuer.redemptions`;
  await expect(asked).rejects.toThrow("permission denied");
});

test("a reminder that several jobs send at once goes once", async () => {
  const id = await invited("disa@r.example");
  await Promise.all([1, 2, 3].map(() => deliverReminder(id, aTry, FIRST)));
  await deliverReminder(id, { lastTry: true }, FIRST);
  expect(await remindersTo("disa@r.example")).toHaveLength(1);
  expect(await db("identity").reminder.findMany()).toEqual([
    { invitationId: id, number: 1, day: "2026-11-26", problem: null },
  ]);
});

test("however often reminders are queued, one job waits for each person, and names nobody", async () => {
  const id = await invited("erik@r.example");
  await invited("fia@r.example");
  await db("identity").invitation.updateMany({
    where: { id: { not: id } },
    data: { wish: "stopped" },
  });
  await Promise.all([queueReminders(hr, FIRST), queueReminders(hr, FIRST)]);
  expect(await queueReminders(hr, FIRST)).toBe(1);
  expect(await waitingJobs()).toEqual([{ data: { invitationId: id } }]);
});

test("a mail server that is away costs nobody a reminder: it goes when it is back, once", async () => {
  const id = await invited("gun@r.example");
  await mailServer("stop");
  await expect(deliverReminder(id, aTry, FIRST)).rejects.toThrow("The mail did not go");
  await deliverReminder(id, { lastTry: true }, FIRST);
  expect(await db("identity").reminder.count()).toBe(0);
  await mailServer("start");
  expect(await dueReminders(hr, at("2026-11-27"))).toEqual([id]);
  await deliverReminder(id, aTry, at("2026-11-27"));
  await deliverReminder(id, aTry, at("2026-11-27"));
  expect(await remindersTo("gun@r.example")).toHaveLength(1);
});

test("an address that refuses mail for good is not tried again and again", async () => {
  const id = await invited("hedda@r.example");
  await mailServer("refuse");
  await deliverReminder(id, aTry, FIRST);
  await mailServer("start");
  expect(await dueReminders(hr, at("2026-11-27"))).toEqual([]);
  expect(await db("identity").reminder.findMany()).toMatchObject([
    { number: 1, problem: "refused 550" },
  ]);
});

test("a choice between queueing and sending is heeded", async () => {
  const id = await invited("hans@r.example");
  const { stopToken } = await newestMail("hans@r.example");
  await queueReminders(hr, FIRST);
  await chooseReminders(bytesOf(stopToken), "stopped");
  await deliverReminder(id, aTry, FIRST);
  expect(await remindersTo("hans@r.example")).toHaveLength(0);
  await chooseReminders(bytesOf(stopToken), "after-leaving");
  await deliverReminder(id, aTry, at("2026-12-06"));
  expect(await remindersTo("hans@r.example")).toHaveLength(0);
  await deliverReminder(id, aTry, SECOND);
  await deliverReminder(id, aTry, at("2027-01-10"));
  expect(await remindersTo("hans@r.example")).toHaveLength(1);
});

test("no letter, no invitation that was taken back and none that is over is reminded of", async () => {
  const [letter, over] = [await invited("ida@r.example"), await invited("jan@r.example")];
  await db("identity").invitation.update({ where: { id: letter }, data: { channel: "letter" } });
  expect(await dueReminders(hr, FIRST)).toEqual([over]);
  expect(await dueReminders(hr, at("2027-01-30"))).toEqual([]);
  await deliverReminder(over, aTry, FIRST);
  // As when a resignation is taken back: what was sent goes with it.
  await db("identity").invitation.delete({ where: { id: over } });
  expect(await dueReminders(hr, SECOND)).toEqual([]);
  expect(await db("identity").reminder.count()).toBe(0);
});

async function correction(row: { readonly email?: string; readonly privateEmail?: string }) {
  const { departure, importRecord } = db("identity");
  const facts = { kind: "departures", fileHash: "x", importedBy: "hr", summary: {} };
  const { id: importId } = await importRecord.create({ data: { ...facts, importedAt: FIRST } });
  await departure.updateMany({ data: { ...row, importId } });
  return importId;
}

test("nobody whose row HR has changed is reminded until somebody else has vouched for it", async () => {
  const id = await invited("nils@r.example");
  const importId = await correction({});
  expect(await dueReminders(hr, FIRST)).toEqual([]);
  await deliverReminder(id, aTry, FIRST);
  expect(await remindersTo("nils@r.example")).toHaveLength(0);
  await vouchedFor(importId);
  await deliverReminder(id, aTry, FIRST);
  expect(await remindersTo("nils@r.example")).toHaveLength(1);
});

test("a reminder goes to the address that the invitation went to and never to another, vouched for or not", async () => {
  const id = await invited("rut@r.example");
  await vouchedFor(await correction({ privateEmail: "hr@r.example" }));
  await deliverReminder(id, aTry, FIRST);
  expect(await remindersTo("hr@r.example")).toHaveLength(0);
  expect(await remindersTo("rut@r.example")).toHaveLength(1);
  await vouchedFor(await correction({ email: "boss@r.example" }));
  expect(await dueReminders(hr, SECOND)).toEqual([]);
  await deliverReminder(id, aTry, SECOND);
  expect(await remindersTo("hr@r.example")).toHaveLength(0);
  expect(await remindersTo("boss@r.example")).toHaveLength(0);
});

test("a reminder is written from the row as it stands when it goes, whatever is corrected while it waits", async () => {
  const id = await invited("sara@r.example");
  let reminding: Promise<void> | undefined;
  await db("identity").$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 AS locked FROM identity.invitations WHERE id = ${id}::uuid FOR UPDATE`;
    reminding = deliverReminder(id, aTry, FIRST);
    await lockAwaited();
    await tx.departure.updateMany({ data: { language: "en" } });
  });
  await reminding;
  const [mail] = await mailsTo("sara@r.example");
  expect(mail?.subject).toMatch(/^Reminder/);
});

test("nobody is reminded of whom HR's file now says that nothing is to be mailed", async () => {
  const id = await invited("olle@r.example");
  for (const delivery of ["none", "letter"]) {
    await db("identity").departure.updateMany({ data: { delivery } });
    expect(await dueReminders(hr, FIRST)).toEqual([]);
    await deliverReminder(id, aTry, FIRST);
  }
  expect(await remindersTo("olle@r.example")).toHaveLength(0);
});

test("HR is told how many, never who", async () => {
  const [one, two] = [await invited("kim@r.example"), await invited("leo@r.example")];
  await deliverReminder(one, aTry, FIRST);
  await db("identity").invitation.update({ where: { id: two }, data: { wish: "stopped" } });
  await db("identity").reminder.create({
    data: { invitationId: two, number: 1, day: "2026-11-26", problem: "refused 550" },
  });
  const counts = { sent: 1, refused: 1, stopped: 1, afterLeaving: 0 };
  expect(await reminderCounts(hr, FIRST)).toEqual(counts);
});

test("a running server looks by itself, every hour of the working day, and mails what is due", async () => {
  const [schedule] = await asOwner(
    "employer",
    "SELECT name, cron, timezone FROM pgboss.schedule WHERE name = 'remind'",
  );
  expect(schedule).toEqual({ name: "remind", cron: "0 9-16 * * *", timezone: "Europe/Stockholm" });
  const id = await invited("maj@r.example");
  // The worker goes by the real clock.
  const days = (n: number) => new Date(Date.now() + n * 86_400_000);
  const window = { windowTo: days(30).toISOString().slice(0, 10), sentAt: days(-20) };
  await db("identity").invitation.update({ where: { id }, data: window });
  await asOwner("employer", "DELETE FROM pgboss.job");
  const job = "INSERT INTO pgboss.job (name, policy) VALUES ('remind', 'short')";
  await asOwner("employer", job);
  const workers = await startWorkers((work, failure) => expect.fail(`${work}: ${failure}`));
  await vi.waitFor(async () => expect(await remindersTo("maj@r.example")).toHaveLength(1), {
    timeout: 120_000,
    interval: 200,
  });
  await workers.stop();
});
