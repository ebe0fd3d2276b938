import { expect, test, vi } from "vitest";
import { commandLineActor } from "@/lib/auth/command-line";
import { db } from "@/lib/db/clients";
import { createInvitations, deliverInvitation } from "@/lib/invitations/mutations";
import { startWorkers } from "@/lib/jobs/workers";
import { dayAt } from "@/lib/quarters/today";
import { asOwner } from "@/tests/support/databases";
import { lockAwaited } from "@/tests/support/lock-awaited";
import { departures, imported, TWO_UNITS } from "../imports/region";
import { invited } from "./letters";
import { departure, holdingServer, mailServer, mailsTo, withMailing } from "./mailing";

const hr = commandLineActor("hr", "test");
const NOW = new Date("2026-11-22T09:00:00Z");
const at = NOW;

withMailing();

const invitations = () => db("identity").invitation.findMany({ orderBy: { id: "asc" } });

async function onlyInvitation(): Promise<string> {
  const [first, ...more] = await invitations();
  expect(more).toEqual([]);
  return first?.id ?? "";
}

test("nobody is invited before somebody outside HR has confirmed the numbers", async () => {
  await departure("anna@x.example", { at, confirmed: false });
  expect(await createInvitations(hr, NOW)).toEqual({ mail: 0, letter: 0, notInvited: {} });
});

test("each is invited once, also when two do it at the same time", async () => {
  await departure("anna@x.example", { at });
  await departure("bo@x.example", { at, kind: "death" });
  const both = await Promise.all([createInvitations(hr, NOW), createInvitations(hr, NOW)]);
  expect(both.map(({ mail }) => mail).sort()).toEqual([0, 1]);
  expect((await createInvitations(hr, NOW)).notInvited).toEqual({ death: 1 });
  expect(await invitations()).toHaveLength(1);
  expect(await asOwner("employer", "SELECT data FROM pgboss.job")).toEqual([
    { data: { invitationId: await onlyInvitation() } },
  ]);
});

test("a worker mails what is queued, with a link that opens", async () => {
  await departure("cilla@x.example", { at, lastDay: dayAt(new Date()) });
  await createInvitations(hr);
  const workers = await startWorkers((work, failure) => expect.fail(`${work}: ${failure}`));
  await vi.waitFor(async () => expect(await mailsTo("cilla@x.example")).toHaveLength(1), {
    timeout: 120_000,
    interval: 200,
  });
  await workers.stop();
  const [mail] = await mailsTo("cilla@x.example");
  const token = /\/svar#(\S+)/.exec(mail?.text ?? "")?.[1] ?? "";
  const [link] = await db("issuer").link.findMany();
  const digest = await crypto.subtle.digest("SHA-256", Buffer.from(token, "base64url"));
  expect(Buffer.from(link?.tokenHash ?? [])).toEqual(Buffer.from(digest));
});

test("a mail job that runs twice at once sends one mail", async () => {
  await departure("disa@x.example", { at });
  await createInvitations(hr, NOW);
  const id = await onlyInvitation();
  await Promise.all([1, 2, 3].map(() => deliverInvitation(id, { lastTry: false })));
  await deliverInvitation(id, { lastTry: true });
  expect(await mailsTo("disa@x.example")).toHaveLength(1);
  expect(await invitations()).toMatchObject([{ state: "sent", problem: null }]);
});

test("while the mail server is away the mail waits; after the last try HR sees that it did not go", async () => {
  await departure("erik@x.example", { at });
  await createInvitations(hr, NOW);
  const id = await onlyInvitation();
  await mailServer("stop");
  await expect(deliverInvitation(id, { lastTry: false })).rejects.toThrow("The mail did not go");
  expect(await invitations()).toMatchObject([{ state: "queued" }]);
  await deliverInvitation(id, { lastTry: true });
  expect(await invitations()).toMatchObject([{ state: "problem", sentAt: null }]);
  await mailServer("start");
});

test("a departure that is corrected while its mail is being sent keeps that mail: no second one goes", async () => {
  await imported("units", TWO_UNITS);
  const until = (day: string) => `1001;V1;${day};resignation;;frida@home.example;sv;;`;
  await invited(until("2026-03-31"));
  const id = await onlyInvitation();
  const server = await holdingServer();
  const sending = deliverInvitation(id, { lastTry: false });
  await server.comes;
  const correcting = invited(until("2026-03-30"));
  await lockAwaited();
  server.release();
  await Promise.all([sending, correcting]);
  expect(await invitations()).toMatchObject([{ id, state: "sent" }]);
  expect(await asOwner("employer", "SELECT FROM issuer.cancellations")).toEqual([]);
  expect(server.taken()).toBe(1);
  expect(await asOwner("employer", "SELECT last_day FROM identity.departures")).toEqual([
    { last_day: "2026-03-30" },
  ]);
  await mailServer("start");
});

test("a mail that waits for an import which takes its invitation back is not sent", async () => {
  await imported("units", TWO_UNITS);
  await invited("1001;V1;2026-03-31;resignation;;gun@home.example;sv;;");
  const id = await onlyInvitation();
  const correct = () => imported("departures", departures("1001;V1;2026-03-31;death;;;sv;;"));
  await Promise.all([correct(), deliverInvitation(id, { lastTry: false })]);
  const mails = (await mailsTo("gun@home.example")).length;
  const cancelled = (await asOwner("employer", "SELECT FROM issuer.cancellations")).length;
  expect(await invitations()).toEqual([]);
  expect([mails <= 1, cancelled]).toEqual([true, 1]);
});
