import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test, vi } from "vitest";
import { commandLineActor } from "@/lib/auth/command-line";
import { takeReturns } from "@/lib/cli/mail-returns";
import { db } from "@/lib/db/clients";
import { createInvitations, deliverInvitation } from "@/lib/invitations/mutations";
import { invitedLines } from "@/lib/invited/data";
import { sendAgain } from "@/lib/invited/mutations";
import { linkKey, tokenOf } from "@/lib/keys/link-key";
import { returnMark } from "@/lib/mail/return-number";
import { mailHealth } from "@/lib/mail-returns/data";
import { departure, holdingServer, mailServer, mailsTo, withMailing } from "./mailing";

const hr = commandLineActor("hr", "test");
const NOW = new Date("2026-11-22T09:00:00Z");
const TODAY = "2026-11-22";
const when = { today: TODAY, now: NOW };

withMailing();

const only = () => db("identity").invitation.findFirstOrThrow();

/** Somebody invited by mail, whose mail has gone. */
async function mailed(): Promise<string> {
  await departure("anna@x.example", { at: NOW });
  await createInvitations(hr, NOW);
  const { id } = await only();
  await deliverInvitation(id, { lastTry: true });
  return id;
}

const report = (kind: "delivery-status" | "feedback-report", fields: string, number: string) =>
  [
    'Content-Type: multipart/report; boundary="part"',
    "",
    "--part",
    `Content-Type: message/${kind}`,
    "",
    fields,
    "--part",
    "Content-Type: text/rfc822-headers",
    "",
    `Message-ID: <${returnMark(number)}.0@exit.example>`,
    "--part--",
    "",
  ].join("\r\n");

const bounce = (number: string) =>
  report("delivery-status", "Reporting-MTA: dns; x\r\n\r\nAction: failed\r\nStatus: 5.1.1", number);
const complaint = (number: string) => report("feedback-report", "Feedback-Type: abuse", number);

/** Lays mails into a Maildir, and has it read; what became of them, sorted. */
async function delivered(...mails: readonly string[]) {
  const folder = mkdtempSync(path.join(tmpdir(), "returns-"));
  for (const name of ["new", "cur", "tmp"]) mkdirSync(path.join(folder, name));
  for (const [i, mail] of mails.entries()) writeFileSync(path.join(folder, "new", `${i}.x`), mail);
  const read = (await takeReturns(folder, NOW)).toSorted();
  return {
    read,
    kept: [readdirSync(path.join(folder, "new")), readdirSync(path.join(folder, "cur"))],
  };
}

const lines = () => invitedLines(hr, TODAY);

test("a mail that comes back after it has gone is told to HR with why, and sent again goes with the same link", async () => {
  const id = await mailed();
  const { returnNumber } = await only();
  const { read, kept } = await delivered(bounce(returnNumber), bounce(returnNumber), "Subject: hi");
  expect(read).toEqual(["noted", "noted", "other"]);
  expect(kept, "a return is not kept; what is none waits for a person").toEqual([[], ["2.x:2,"]]);
  expect(await lines()).toMatchObject([{ state: "problem", trouble: "back-no-mailbox" }]);
  const both = await Promise.all([sendAgain(hr, id, when), sendAgain(hr, id, when)]);
  expect(both.sort()).toEqual([false, true]);
  await deliverInvitation(id, { lastTry: true });
  const mails = await mailsTo("anna@x.example");
  const token = Buffer.from(tokenOf(linkKey(), id)).toString("base64url");
  expect(mails.map(({ text }) => text.includes(token))).toEqual([true, true]);
  // What the first mail's server says late is not about the second.
  expect((await delivered(bounce(returnNumber))).read).toEqual(["unknown"]);
  expect(await lines()).toMatchObject([{ state: "sent", trouble: null }]);
});

test("a corrected address gets the link only when the import is confirmed", async () => {
  const id = await mailed();
  await delivered(bounce((await only()).returnNumber));
  await db("identity").departure.updateMany({ data: { importId: crypto.randomUUID() } });
  expect(await lines()).toMatchObject([{ state: "problem", held: true }]);
  expect(await sendAgain(hr, id, when)).toBe(false);
});

test("a complaint is counted and shown to nobody, and a forged return stops, sends and marks nothing else", async () => {
  const id = await mailed();
  const before = await lines();
  const { read } = await delivered(
    complaint((await only()).returnNumber),
    bounce(crypto.randomUUID()),
  );
  expect(read).toEqual(["noted", "unknown"]);
  expect(await lines()).toEqual(before);
  expect(await sendAgain(hr, id, when)).toBe(false);
  expect(await mailHealth(NOW)).toEqual({
    ...{ later: 0, waiting: 0, sent: 1, refused: 0, bounced: 0, complained: 1 },
    ...{ reminders: 0, remindersRefused: 0, read: false },
  });
});

test("the envelope carries a random number, and nothing of the person's link", async () => {
  vi.stubEnv("SORTI_RETURN_ADDRESS", "returns@exit.example");
  const server = await holdingServer();
  server.release();
  const id = await mailed();
  const raw = server.raw();
  await mailServer("start");
  const mark = returnMark((await only()).returnNumber);
  const head = raw.slice(0, raw.indexOf("\r\n\r\n"));
  expect(head).toContain(`Message-ID: <${mark}.0@`);
  const hex = Buffer.from(tokenOf(linkKey(), id)).toString("hex");
  for (const secret of [id.replaceAll("-", ""), hex]) expect(mark).not.toContain(secret);
});
