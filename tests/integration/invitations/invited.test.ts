import { expect, test } from "vitest";
import { commandLineActor } from "@/lib/auth/command-line";
import { linkReply } from "@/lib/credential/data";
import { db } from "@/lib/db/clients";
import { createInvitations, deliverInvitation } from "@/lib/invitations/mutations";
import { invitedLines, inviting } from "@/lib/invited/data";
import { sendAgain, stopInvitation } from "@/lib/invited/mutations";
import { linkKey, tokenOf } from "@/lib/keys/link-key";
import { asOwner } from "@/tests/support/databases";
import { departure, mailServer, mailsTo, withMailing } from "./mailing";

const hr = commandLineActor("hr", "test");
const NOW = new Date("2026-11-22T09:00:00Z");
const TODAY = "2026-11-22";
const when = { today: TODAY, now: NOW };

withMailing();

const lines = () => invitedLines(hr, TODAY);
const jobs = async () => (await asOwner("employer", "SELECT id FROM pgboss.job")).length;

async function invited(email: string): Promise<string> {
  await departure(email, { at: NOW });
  await createInvitations(hr, NOW);
  const [row] = await db("identity").invitation.findMany({
    where: { departure: { pseudonym: email } },
  });
  return row?.id ?? "";
}

test("HR sees each invitation's window, language and mail, and nothing of what the person has done since", async () => {
  const id = await invited("anna@x.example");
  await deliverInvitation(id, { lastTry: true });
  const [before] = await lines();
  expect(before).toEqual({
    id,
    unitCode: "VC01",
    unit: "VC01",
    lastDay: "2026-11-25",
    language: "sv",
    series: "leaver",
    channel: "mail",
    state: "sent",
    trouble: null,
    held: false,
    windowFrom: "2026-11-11",
    windowTo: "2027-01-24",
    sentOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
  });
  await db("identity").invitation.update({ where: { id }, data: { wish: "stopped" } });
  expect(await lines()).toEqual([before]);
  expect(await invitedLines(hr, "2027-01-25")).toEqual([]);
});

test("a mail that came back is told with why, and sent again goes with the same link, once, also when two ask at once", async () => {
  const id = await invited("bo@x.example");
  await mailServer("refuse");
  await deliverInvitation(id, { lastTry: false });
  expect(await lines()).toMatchObject([{ state: "problem", trouble: "no-mailbox", sentOn: null }]);
  await mailServer("stop");
  await mailServer("start");
  const queued = await jobs();
  const both = await Promise.all([sendAgain(hr, id, when), sendAgain(hr, id, when)]);
  expect(both.sort()).toEqual([false, true]);
  expect(await jobs()).toBe(queued + 1);
  await deliverInvitation(id, { lastTry: false });
  expect(await lines()).toMatchObject([{ state: "sent", trouble: null }]);
  const [mail] = await mailsTo("bo@x.example");
  expect(mail?.text).toContain(Buffer.from(tokenOf(linkKey(), id)).toString("base64url"));
});

test("a mail that has gone is not sent again, nor one whose link has expired", async () => {
  const id = await invited("cilla@x.example");
  await deliverInvitation(id, { lastTry: true });
  expect(await sendAgain(hr, id, when)).toBe(false);
  await asOwner("employer", "UPDATE identity.invitations SET state = 'problem'");
  expect(await sendAgain(hr, id, { today: "2027-01-25", now: NOW })).toBe(false);
  expect(await sendAgain(hr, "no id", when)).toBe(false);
});

test("stopped, an invitation is never mailed, also when its job already waits", async () => {
  const id = await invited("disa@x.example");
  expect(await Promise.all([stopInvitation(hr, id), stopInvitation(hr, id)])).toContain(true);
  await deliverInvitation(id, { lastTry: true });
  expect(await mailsTo("disa@x.example")).toEqual([]);
  expect(await lines()).toMatchObject([{ state: "withdrawn", sentOn: null }]);
  expect(await sendAgain(hr, id, when)).toBe(false);
  expect((await createInvitations(hr, NOW)).mail).toBe(0);
});

test("stopped after the mail has gone, the link opens nothing, and HR is told the same whether it had been used or not", async () => {
  const [used, unused] = [await invited("eva@x.example"), await invited("frida@x.example")];
  for (const id of [used, unused]) await deliverInvitation(id, { lastTry: true });
  const token = tokenOf(linkKey(), used);
  expect(await linkReply(token, TODAY)).not.toBeNull();
  await asOwner(
    "employer",
    `INSERT INTO issuer.redemptions SELECT token_hash, 'x', '2026-Q4' FROM issuer.links LIMIT 1`,
  );
  expect([await stopInvitation(hr, used), await stopInvitation(hr, unused)]).toEqual([true, true]);
  expect(await linkReply(token, TODAY)).toBeNull();
  expect((await lines()).map(({ state }) => state)).toEqual(["withdrawn", "withdrawn"]);
});

test("a letter is neither sent again nor stopped here", async () => {
  const id = await invited("gun@x.example");
  await asOwner("employer", "UPDATE identity.invitations SET channel = 'letter', state = 'letter'");
  expect(await sendAgain(hr, id, when)).toBe(false);
  expect(await stopInvitation(hr, id)).toBe(false);
});

test("HR reads the rule in force, and how many who leave now wait for the auditor's word", async () => {
  await departure("hanna@x.example", { at: NOW, confirmed: false });
  await departure("ivar@x.example", { at: NOW, kind: "internal_move" });
  const { rule, notInvited } = await inviting(hr, TODAY);
  expect(rule).toEqual({ inviteMovers: false, employerSide: [], scope: "all-units" });
  expect(notInvited).toEqual({
    unconfirmed: 1,
    next: 0,
    programme: 0,
    rule: 1,
    "told-not-to": 0,
  });
});
