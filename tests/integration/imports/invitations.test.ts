import { beforeEach, expect, test, vi } from "vitest";
import { confirmInDemonstration, finishConfirmations } from "@/lib/confirmation/mutations";
import { db } from "@/lib/db/clients";
import { type CreatedInvitations, createInvitations } from "@/lib/invitations/mutations";
import { confirmedAndInvited, vouchedFor } from "../../support/confirmed";
import { asOwner, cleanDatabases } from "../../support/databases";
import { lockAwaited } from "../../support/lock-awaited";
import { departures, hr, imported, LEAVERS, NOW, TWO_UNITS } from "./region";

vi.stubEnv("SORTI_MODE", "demo");
beforeEach(async () => {
  await cleanDatabases();
  await imported("units", TWO_UNITS);
});

async function confirmedImport(bytes: Uint8Array) {
  const done = await imported("departures", bytes);
  if (done.outcome !== "applied") throw new Error(done.outcome);
  return confirmedAndInvited(done.importId, NOW);
}

const invited = () =>
  asOwner<{ who: string }>(
    "employer",
    `SELECT concat_ws(' ', d.unit_code, d.kind, i.window_to, i.state) AS who
     FROM identity.invitations i JOIN identity.departures d ON d.id = i.departure_id ORDER BY 1`,
  ).then((rows) => rows.map(({ who }) => who));

const cancelled = async () =>
  (await asOwner("employer", "SELECT * FROM issuer.cancellations")).length;

test("the demonstration confirms an import by itself, and invites", async () => {
  const done = await imported("departures", LEAVERS);
  const id = done.outcome === "applied" ? done.importId : "";
  const created = await confirmInDemonstration(id, NOW);
  expect(created).toMatchObject({ mail: 3, letter: 0 });
  const [record] = await asOwner(
    "employer",
    "SELECT decision, decided_by, logged FROM identity.confirmations WHERE import_id = $1",
    [id],
  );
  expect(record).toEqual({ decision: "confirmed", decided_by: "demonstration", logged: true });
});

test("a cancelled resignation loses its invitation, and the link with it", async () => {
  await confirmedImport(LEAVERS);
  await confirmedImport(departures("1002;V1;2026-03-31;retirement;bo@work.example;;sv;;"));
  expect(await invited()).toEqual([
    "V1 retirement 2026-05-30 queued",
    "V2 resignation 2026-06-29 queued",
  ]);
  expect(await cancelled()).toBe(1);
});

test("a moved last day moves an invitation that has not gone, once the change is confirmed", async () => {
  await confirmedImport(departures("1001;V1;2026-03-31;resignation;;anna@home.example;sv;;"));
  const moved = departures("1001;V1;2026-04-30;resignation;;anna@home.example;sv;;");
  const done = await imported("departures", moved);
  expect(await invited()).toEqual([]);
  await confirmedAndInvited(done.outcome === "applied" ? done.importId : "", NOW);
  expect(await invited()).toEqual(["V1 resignation 2026-06-29 queued"]);
});

test("another address takes back an invitation that waits: nobody confirmed where it would go now", async () => {
  const to = (address: string) => departures(`1001;V1;2026-03-31;resignation;;${address};sv;;`);
  await confirmedImport(to("anna@home.example"));
  const done = await imported("departures", to("somebody@else.example"));
  expect(await invited()).toEqual([]);
  expect((await finishConfirmations(NOW)).mail).toBe(0);
  const id = done.outcome === "applied" ? done.importId : "";
  expect((await confirmedAndInvited(id, NOW)).mail).toBe(1);
});

test("an invitation that has gone stays the only one, however the departure is corrected", async () => {
  await confirmedImport(departures("1001;V1;2026-03-31;resignation;;anna@home.example;sv;;"));
  await db("identity").invitation.updateMany({ data: { state: "sent", sentAt: NOW } });
  await confirmedImport(departures("1001;V2;2026-04-30;retirement;;anna@home.example;sv;;"));
  expect(await invited()).toEqual(["V2 retirement 2026-05-30 sent"]);
  expect(await cancelled()).toBe(0);
});

test("whoever was mailed and dies, or gets protected identity, is not asked again: the link stops working", async () => {
  const two = (kind: string, hidden: string) =>
    departures(
      `1001;V1;2026-03-31;${kind};;anna@home.example;sv;;`,
      `1002;V1;2026-03-31;resignation;;bo@home.example;sv;;${hidden}`,
    );
  await confirmedImport(two("resignation", ""));
  await db("identity").invitation.updateMany({ data: { state: "sent", sentAt: NOW } });
  await confirmedImport(two("death", "yes"));
  // It stays as withdrawn, so that no letter brings a second link.
  expect(await invited()).toEqual(["V1 resignation 2026-05-30 withdrawn"]);
  expect(await cancelled()).toBe(2);
});

test("an import that takes a row over while people are being invited leaves that row uninvited until it is confirmed", async () => {
  const done = await imported("departures", LEAVERS);
  await vouchedFor(done.outcome === "applied" ? done.importId : "");
  let inviting: Promise<CreatedInvitations> | undefined;
  await db("identity").$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('sorti/import'))`;
    await tx.departure.updateMany({
      where: { unitCode: "V1" },
      data: { importId: crypto.randomUUID() },
    });
    inviting = createInvitations(hr, NOW);
    // Whoever does not wait has invited all three by now.
    await Promise.race([inviting, lockAwaited()]);
  });
  await inviting;
  expect(await invited()).toEqual(["V2 resignation 2026-06-29 queued"]);
});
