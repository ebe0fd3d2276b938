import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { filesHolding } from "@/lib/attack/data";
import { db } from "@/lib/db/clients";
import { tokenOfCode } from "@/lib/keys/letter-link";
import { linkKey, tokenHash } from "@/lib/keys/link-key";
import { toBase64Url } from "@/lib/sealing/base64url";
import { groupedLetterCode, letterCodeFrom } from "@/lib/sealing/letter-code";
import { asOwner } from "../support/databases";
import { Q1, random } from "../support/round";
import { instanceForEachTest } from "./support/attacked-instance";
import { serverFiles } from "./support/backup";
import { needlesOf } from "./support/needles";
import { postedLetter } from "./support/posted-letter";
import { held, mailedLink, Visitor } from "./support/visitor";

const instance = instanceForEachTest();

const visitor = () => new Visitor(instance().origin);
const guessed = () => letterCodeFrom(randomBytes(10));

/** A reply as it looks from outside, all of it but the clock. */
async function seen(reply: Promise<Response>) {
  const { status, headers, text } = await reply.then(async (response) => ({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    text: await response.text(),
  }));
  return { status, headers: { ...headers, date: "" }, text };
}

const ask = (code: string) => seen(visitor().post("invitation", { code }));
const askForCredential = (shown: object) =>
  seen(visitor().post("credential", { ...shown, quarter: Q1, blinded: toBase64Url(random(384)) }));

test("whoever has a letter answers as everybody does: with the square code, or typing it on the start page", async () => {
  const [scanned, typed] = [await postedLetter(), await postedLetter()];
  const first = await visitor().answered(scanned);
  await first.send();
  expect(first.stage.at).toBe("sent");

  const phone = visitor();
  const second = await phone.open(null);
  expect(second.enter(` ${groupedLetterCode(typed).toLowerCase()} `)).toBe(true);
  await expect.poll(() => second.stage.at).toBe("answering");
  await second.send();
  expect(second.stage.at).toBe("sent");
  expect(phone.stored).toBeNull();
  expect(await held()).toEqual({ issued: 2, received: 2 });
});

test("a mistyped code is told at once, without any call", async () => {
  const session = await visitor().open(null);
  const before = instance().calls.length;
  expect(session.enter("7K2M 9QXD AB3C 4EFG H")).toBe(false);
  expect(session.stage).toMatchObject({ at: "start", hasLink: false });
  expect(instance().calls.length).toBe(before);
});

test("a guessed code, one that is no code, and one that was taken back get the same refusal, byte for byte", async () => {
  const withdrawn = await postedLetter();
  const hash = tokenHash(tokenOfCode(linkKey(), withdrawn));
  await db("identity").cancellation.createMany({ data: [{ tokenHash: hash }] });
  const refused = { status: 404, text: '{"error":"unknown-link"}' };
  const codes = [guessed(), guessed(), withdrawn, "not a code", "", "0".repeat(43)];
  const replies = await Promise.all(codes.map(ask));
  for (const reply of replies) expect(reply).toEqual({ ...replies[0], ...refused });
  const credentials = await Promise.all(codes.map((code) => askForCredential({ code })));
  for (const reply of credentials) expect(reply).toEqual({ ...credentials[0], ...refused });
  expect(await held()).toEqual({ issued: 0, received: 0 });
});

test("all letters' codes, open and used, and a mailed link get the same reply, byte for byte", async () => {
  const [one, other] = [await postedLetter(), await postedLetter()];
  const open = await ask(one);
  await (await visitor().answered(one)).send();
  expect(await ask(one)).toEqual(open);
  expect(await ask(other)).toEqual(open);
  const mail = await seen(visitor().post("invitation", { token: await mailedLink() }));
  expect(Object.keys(JSON.parse(mail.text))).toEqual(Object.keys(JSON.parse(open.text)));
});

test("of a thousand wrong codes from one address twenty a minute are looked at; others are not kept waiting", async () => {
  const code = await postedLetter();
  const guesser = visitor();
  const began = Date.now();
  const statuses: number[] = [];
  for (let fifty = 0; fifty < 20; fifty += 1) {
    const tries = Array.from({ length: 50 }, () => guesser.post("invitation", { code: guessed() }));
    for (const { status } of await Promise.all(tries)) statuses.push(status);
  }
  const looked = statuses.filter((status) => status === 404).length;
  // A thousand calls take some seconds; where they take longer, a new minute begins for the guesser too.
  const minutes = 2 + Math.floor((Date.now() - began) / 60_000);
  expect(looked).toBeGreaterThanOrEqual(20);
  expect(looked).toBeLessThanOrEqual(20 * minutes);
  expect(statuses.filter((status) => status === 429)).toHaveLength(1000 - looked);
  expect((await ask(code)).status).toBe(200);
});

test("a ward with one address opens its letters without being slowed down", async () => {
  const ward = visitor();
  for (let i = 0; i < 22; i += 1) {
    const reply = await ward.post("invitation", { code: await postedLetter() });
    expect(reply.status).toBe(200);
  }
});

test("a code is no token and a token no code, and nobody may show both", async () => {
  const [code, token] = [await postedLetter(), await mailedLink()];
  const statusOf = async (body: object) => (await visitor().post("invitation", body)).status;
  expect(await statusOf({ token: code })).toBe(400);
  expect(await statusOf({ code: token })).toBe(404);
  expect(await statusOf({ code, token })).toBe(400);
  const padded = toBase64Url(new Uint8Array(32).map((_, i) => code.charCodeAt(i) || 0));
  expect(await statusOf({ token: padded })).toBe(404);
});

test("one letter gives one answer, however many hold its code", async () => {
  const code = await postedLetter();
  const sessions = await Promise.all([visitor().answered(code), visitor().answered(code)]);
  await Promise.all(sessions.map((session) => session.send()));
  const ends = sessions.map(({ stage }) => (stage.at === "lost" ? stage.why : stage.at)).sort();
  expect(ends).toEqual(["already-used", "sent"]);
  expect(await held()).toEqual({ issued: 1, received: 1 });
});

test("a code stands in no table, no log and no address, before and after it was used", async () => {
  const code = await postedLetter();
  await (await visitor().answered(code)).send();
  await asOwner("employer", "CHECKPOINT");
  const { tables, wal, log } = await serverFiles();
  const needles = [code, groupedLetterCode(code)].flatMap(needlesOf);
  expect(filesHolding([tables, wal, log], needles).found).toEqual([]);
  // The search bites: the letter's number stands where it belongs.
  const [letter] = await asOwner<{ number: string }>(
    "employer",
    "SELECT number FROM letters.letters",
  );
  const stored = Buffer.from(letter?.number ?? "none");
  expect(filesHolding([tables], [stored]).found.length).toBeGreaterThan(0);
  const outside = instance().calls.map(({ url, requestHeaders, responseHeaders, reply }) =>
    [url, requestHeaders, responseHeaders, reply].join("\n"),
  );
  expect(outside.join("\n")).not.toContain(code);
  expect(instance().calls.filter(({ body }) => body.includes(code))).toHaveLength(2);
});
