import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { GET, POST as oneClick } from "@/app/api/subscriptions/[token]/route";
import { POST } from "@/app/api/subscriptions/route";
import { commandLineActor } from "@/lib/auth/command-line";
import { db } from "@/lib/db/clients";
import { env } from "@/lib/env";
import { caughtMails } from "@/lib/mail/inbox";
import { publishReport } from "@/lib/publishing/mutations";
import { askForMails, forgetUnconfirmed, sendWaitingMails } from "@/lib/subscriptions/mutations";
import { asOwner } from "@/tests/support/databases";
import { holdTable } from "@/tests/support/hold-table";
import { lockAwaited } from "@/tests/support/lock-awaited";
import { holdingServer, mailServer, mailsTo, withMailing } from "../invitations/mailing";
import { aRegion, QUARTER } from "../reports/a-region";

withMailing();

const NOW = new Date("2026-11-16T08:00:00Z");
const ADDRESS = "anna@politik.example";
const PLACE = "http://svara.example/api/subscriptions";
const minutes = (n: number) => new Date(NOW.getTime() + n * 60_000);
const tokenIn = (text: string) => /\/subscription#([\w-]{43})/.exec(text)?.[1] ?? "";
const addresses = async () =>
  (await db("operator").subscriber.findMany()).map(({ email }) => email);

const choose = (token: string, wish: string) =>
  POST(new Request(PLACE, { method: "POST", body: JSON.stringify({ token, wish }) }));

/** Asks, and opens the mail. */
async function asked(email = ADDRESS, language: "sv" | "en" = "sv"): Promise<string> {
  await askForMails(email, language, NOW);
  await sendWaitingMails(NOW);
  return tokenIn((await mailsTo(email))[0]?.text ?? "");
}

async function subscribed(email = ADDRESS, language: "sv" | "en" = "sv"): Promise<string> {
  const token = await asked(email, language);
  expect((await choose(token, "confirm")).status).toBe(204);
  return token;
}

const publish = async (note?: string) =>
  publishReport(commandLineActor("operator", "test"), QUARTER, NOW, note ? { note } : {});

test("nobody gets a mail about reports before somebody has confirmed from the address", async () => {
  await aRegion({ state: "mixed" });
  const token = await asked();
  const [mail] = await mailsTo(ADDRESS);
  expect(mail?.subject).toBe("Bekräfta: mejl om Region Norrsjös kvartalsrapporter");
  await publish();
  expect(await sendWaitingMails(NOW)).toBe(0);
  expect((await choose(token, "confirm")).status).toBe(204);
  expect((await choose(token, "confirm")).status, "sent twice").toBe(204);
  expect(await sendWaitingMails(NOW), "what was published before is no news").toBe(0);
});

test("each version is mailed once to each address, in its language, with what was corrected", async () => {
  await aRegion({ state: "mixed" });
  await subscribed();
  await subscribed("bo@politik.example", "en");
  await publish();
  await publish();
  const both = await Promise.all([sendWaitingMails(NOW), sendWaitingMails(NOW)]);
  expect(
    both.reduce((sum, n) => sum + n, 0),
    "two servers send them at once",
  ).toBe(2);
  await asOwner("employer", "UPDATE identity.headcount SET permanent = 21 WHERE unit_code = 'VC1'");
  await publish("Antalet på Björken är rättat.");
  await sendWaitingMails(NOW);
  const subjects = (mails: Awaited<ReturnType<typeof mailsTo>>) => mails.map((one) => one.subject);
  expect(subjects(await mailsTo("bo@politik.example")).slice(0, 2)).toEqual([
    "Corrected quarterly report for July–September 2026",
    "The quarterly report for July–September 2026 is published",
  ]);
  const [corrected, first] = await mailsTo(ADDRESS);
  expect(corrected?.text).toContain("Det som är ändrat: Antalet på Björken är rättat.");
  expect(corrected?.text).toContain(`/reports/${QUARTER}/v/2\n`);
  expect(first?.text).toContain(`/reports/${QUARTER}/v/1\n`);
  expect(await db("operator").subscriberMail.count()).toBe(0);
});

test("a mail server that is away costs nobody a mail, and one that refuses for good is not asked again", async () => {
  await aRegion({ state: "mixed" });
  await subscribed();
  await publish();
  await mailServer("stop");
  expect(await sendWaitingMails(NOW)).toBe(0);
  await mailServer("start");
  expect(await sendWaitingMails(NOW), "it rests for a minute").toBe(0);
  expect(await sendWaitingMails(minutes(1))).toBe(1);
  await askForMails("cia@politik.example", "sv", NOW);
  await mailServer("refuse");
  expect(await sendWaitingMails(NOW)).toBe(0);
  await mailServer("start");
  expect(await sendWaitingMails(minutes(60))).toBe(0);
});

const KILL = `
  SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'sorti_operator'`;

test("a server that falls when a mail has gone and is not yet removed: it goes once more, named the same, and never without an end", async () => {
  await aRegion({ state: "mixed" });
  await subscribed();
  await publish();
  const server = await holdingServer();
  const sending = expect(sendWaitingMails(NOW)).rejects.toThrow();
  await server.comes;
  // Whoever removes the row waits here, and then its connection is gone.
  const letGo = await holdTable("collector", "subscription.mails");
  server.release();
  await lockAwaited("collector");
  await asOwner("collector", KILL);
  await letGo();
  await sending;
  const [first = ""] = /^Message-ID: <[\w-]+@[\w.]+>/m.exec(server.raw()) ?? [];
  expect(first).not.toBe("");
  await mailServer("start");
  expect(await sendWaitingMails(NOW), "it rests as after any other try").toBe(0);
  expect(await sendWaitingMails(minutes(1))).toBe(1);
  const [newest] = await caughtMails(1);
  const again = readFileSync(
    path.resolve(env().SORTI_DATA_DIR, "mail", `${newest?.id}.eml`),
    "utf8",
  );
  expect(again).toContain(first);
  expect(await sendWaitingMails(minutes(60))).toBe(0);
});

test("a mail that was tried nine times is not tried again, whatever made the tries end", async () => {
  await aRegion({ state: "mixed" });
  await subscribed();
  await publish();
  await asOwner("collector", "UPDATE subscription.mails SET tries = 9");
  const before = (await mailsTo(ADDRESS)).length;
  expect(await sendWaitingMails(NOW)).toBe(0);
  expect(await mailsTo(ADDRESS)).toHaveLength(before);
  expect(await db("operator").subscriberMail.count()).toBe(0);
});

test("one click in a mail program ends it, the address is gone, and so is what waited for it", async () => {
  await aRegion({ state: "mixed" });
  const token = await subscribed();
  await publish();
  const press = (body: string) =>
    oneClick(
      new Request(`${PLACE}/${token}`, { method: "POST", body: new URLSearchParams(body) }),
      { params: Promise.resolve({ token }) },
    );
  expect((await press("Something=Else")).status).toBe(400);
  expect(await addresses()).toEqual([ADDRESS]);
  expect((await press("List-Unsubscribe=One-Click")).status).toBe(204);
  expect((await press("List-Unsubscribe=One-Click")).status, "the same of nobody's").toBe(204);
  expect(await addresses()).toEqual([]);
  expect(await sendWaitingMails(NOW)).toBe(0);
  expect((await choose(token, "confirm")).status, "and its link confirms nothing").toBe(410);
});

test("every mail names the one-click address, and opening it changes nothing", async () => {
  const token = await subscribed();
  const [newest] = await caughtMails(1);
  expect(newest?.text).toContain(`/subscription#${token}`);
  const raw = readFileSync(path.resolve(env().SORTI_DATA_DIR, "mail", `${newest?.id}.eml`), "utf8");
  const header = raw.replaceAll(/\r\n[ \t]+/g, " ");
  expect(header).toContain(`/api/subscriptions/${token}>`);
  expect(header).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  expect(await asOwner("collector", "SELECT * FROM subscription.subscribers")).toEqual([
    expect.objectContaining({ email: ADDRESS, confirmed: true }),
  ]);
  const opened = await GET(new Request(`${PLACE}/${token}`), {
    params: Promise.resolve({ token }),
  });
  expect([opened.status, opened.headers.get("location")]).toEqual([303, `/subscription#${token}`]);
  expect(await addresses()).toEqual([ADDRESS]);
});

test("an address is asked three times at most and then forgotten after a week; one that has confirmed is not asked", async () => {
  for (const turn of [1, 2, 3, 4, 5]) {
    await askForMails(ADDRESS, "sv", NOW);
    await sendWaitingMails(NOW);
    expect(await mailsTo(ADDRESS)).toHaveLength(Math.min(turn, 3));
  }
  const token = await subscribed("dag@politik.example");
  await askForMails("dag@politik.example", "sv", NOW);
  expect(await sendWaitingMails(NOW)).toBe(0);
  await forgetUnconfirmed(new Date("2026-11-23T22:00:00Z"));
  expect(await addresses()).toContain(ADDRESS);
  await forgetUnconfirmed(new Date("2026-11-24T08:00:00Z"));
  expect(await addresses()).toEqual(["dag@politik.example"]);
  expect((await choose(token, "stop")).status).toBe(204);
  expect(await addresses()).toEqual([]);
});

test("who asks for the same address at the same moment makes one subscriber", async () => {
  await Promise.all([1, 2, 3].map(() => askForMails(ADDRESS, "sv", NOW)));
  expect(await addresses()).toEqual([ADDRESS]);
  expect(await sendWaitingMails(NOW), "one mail waits, however often it was asked for").toBe(1);
});
