import { constants, generateKeyPairSync, sign } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { closeIssuing } from "@/lib/closing/mutations";
import { lastDayOf } from "@/lib/quarters/quarter";
import { toBase64Url } from "@/lib/sealing/base64url";
import { cleanDatabases } from "../support/databases";
import { readyAnswer } from "../support/respondent";
import {
  atNoon,
  closeRound,
  layKeys,
  openSmallRound,
  operator,
  Q1,
  Q2,
  roundOf,
} from "../support/round";
import { type Instance, startInstance } from "./support/instance";
import { held, mailedLink, Visitor } from "./support/visitor";

let instance: Instance;
beforeAll(async () => {
  await layKeys();
  instance = await startInstance();
});
afterAll(() => instance.stop());
beforeEach(async () => {
  await cleanDatabases();
  await openSmallRound();
  // The collector remembers for a second which rounds receive.
  await wait(1100);
});

const visitor = () => new Visitor(instance.origin);

/** A response as the page sends it. */
async function readyResponse(quarter = Q1) {
  const { sealed } = await readyAnswer(await roundOf(quarter), { unit: "A" });
  return Object.fromEntries(
    Object.entries(sealed).map(([name, bytes]) => [name, toBase64Url(bytes)]),
  );
}

/** The same message signed by a key of the attacker's own. */
function foreign(message: string): string {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 3072 });
  const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 };
  const signed = sign("sha384", Buffer.from(message, "base64url"), { key: privateKey, ...pss });
  return toBase64Url(signed);
}

const statuses = async (replies: readonly Promise<Response>[]) =>
  (await Promise.all(replies)).map(({ status }) => status);

test("an answer that is sent again, and twenty times at once, is stored once; every reply is the same", async () => {
  const body = await readyResponse();
  const phone = visitor();
  const again = Array.from({ length: 20 }, () => phone.post("responses", body));
  expect(new Set(await statuses(again))).toEqual(new Set([204]));
  expect(await statuses([phone.post("responses", body)])).toEqual([204]);
  expect(await held()).toMatchObject({ received: 1 });
});

test("of two phones that race with one link, each with a credential of its own, exactly one gets it", async () => {
  const link = await mailedLink();
  const sessions = await Promise.all(Array.from({ length: 2 }, () => visitor().answered(link)));
  await Promise.all(sessions.map((session) => session.send()));
  const ends = sessions.map(({ stage }) => (stage.at === "lost" ? stage.why : stage.at)).sort();
  expect(ends).toEqual(["already-used", "sent"]);
  expect(await held()).toEqual({ issued: 1, received: 1 });
});

test("an altered credential, another's, a foreign key's and one for another quarter are refused, and nothing is stored", async () => {
  const [mine, other] = [await readyResponse(), await readyResponse()];
  const altered = `A${String(mine["signature"]).slice(1)}`;
  const another = `${String(mine["message"]).slice(0, 20)}AAAA${String(mine["message"]).slice(24)}`;
  const phone = visitor();
  const refused = [
    { ...mine, signature: altered === mine["signature"] ? `B${altered.slice(1)}` : altered },
    { ...mine, signature: other["signature"] },
    { ...mine, signature: foreign(String(mine["message"])) },
    { ...mine, message: another },
    { ...mine, sealed: other["sealed"] },
    { ...mine, withdrawalHash: other["withdrawalHash"] },
  ];
  expect(await statuses(refused.map((body) => phone.post("responses", body)))).toEqual([
    403, 403, 403, 403, 403, 403,
  ]);
  const { manifestHash } = await roundOf(Q2);
  const bytes = Buffer.from(String(mine["message"]), "base64url");
  bytes.set(manifestHash, 40);
  const wrongQuarter = { ...mine, message: toBase64Url(bytes) };
  expect(await statuses([phone.post("responses", wrongQuarter)])).toEqual([409]);
  const more = { ...mine, ip: "1.2.3.4" };
  expect(await statuses([phone.post("responses", more)])).toEqual([400]);
  expect(await held()).toMatchObject({ received: 0 });
});

test("an open and a used link get the same reply, byte for byte and header for header", async () => {
  const link = await mailedLink();
  const ask = async () => {
    const reply = await visitor().post("invitation", { token: link });
    const headers = Object.fromEntries(reply.headers);
    return { status: reply.status, text: await reply.text(), headers: { ...headers, date: "" } };
  };
  const open = await ask();
  const session = await visitor().answered(link);
  await session.send();
  expect(session.stage.at).toBe("sent");
  expect(await ask()).toEqual(open);
  const everybody = await Promise.all([mailedLink(), mailedLink()]);
  const replies = everybody.map(async (token) =>
    (await visitor().post("invitation", { token })).text(),
  );
  expect(new Set([...(await Promise.all(replies)), open.text]).size).toBe(1);
});

test("a link that was used does not open again after the close, in the next quarter", async () => {
  const link = await mailedLink();
  await (await visitor().answered(link)).send();
  await closeRound(Q1);
  await wait(1100);
  const again = await visitor().answered(link, "En gång till");
  await again.send();
  expect(again.stage).toEqual({ at: "lost", why: "already-used" });
  expect(await held()).toEqual({ issued: 1, received: 1 });
});

test("a credential from before the change of quarter is good until receiving stops, and not after", async () => {
  const [early, late] = [await readyResponse(), await readyResponse()];
  await closeIssuing(operator(), Q1, 0, atNoon(lastDayOf(Q1)));
  await wait(1100);
  expect(await statuses([visitor().post("responses", early)])).toEqual([204]);
  await closeRound(Q1);
  await wait(1100);
  expect(await statuses([visitor().post("responses", late)])).toEqual([409]);
  expect(await held()).toMatchObject({ received: 1 });
});

test("a person who began in the old quarter is carried into the new one by the page itself", async () => {
  const session = await visitor().answered(await mailedLink());
  await closeRound(Q1);
  await wait(1100);
  await session.send();
  expect(session.stage).toMatchObject({
    at: "sent",
    until: (await roundOf(Q2)).manifest.receivingStops,
  });
  expect(await held()).toEqual({ issued: 1, received: 1 });
});

test("withdrawing twice, or with a code that nobody has, is answered alike; without any open quarter it is refused", async () => {
  const phone = visitor();
  const session = await phone.answered(await mailedLink());
  await session.send();
  const receipt = session.stage.at === "sent" ? session.stage.receipt : "";
  const ask = (code: string) => phone.post("withdrawals", { receipt: code });
  const nobodys = "7K2M-9QXD-AAAA-BBBB-CCCC";
  expect(await statuses([ask(receipt), ask(receipt), ask(nobodys)])).toEqual([204, 204, 204]);
  expect(await statuses([ask("no code")])).toEqual([400]);
  await cleanDatabases();
  await wait(1100);
  expect(await statuses([ask(receipt)])).toEqual([410]);
});

test.each([-400, -3, 3, 400])(
  "a phone whose clock is %i days wrong answers all the same",
  async (days) => {
    const phone = visitor();
    phone.clock = () => Date.now() + days * 86_400_000;
    const session = await phone.answered(await mailedLink());
    await session.send();
    expect(session.stage.at).toBe("sent");
    expect(await held()).toEqual({ issued: 1, received: 1 });
  },
);

test("a clock that is put right after the credential loses nothing", async () => {
  const phone = visitor();
  const session = await phone.answered(await mailedLink());
  phone.clock = () => Date.now() + 3_600_000;
  phone.line = (url, init, go) =>
    url.endsWith("responses") ? Promise.reject(new TypeError()) : go(url, init);
  await session.send();
  phone.clock = () => Date.now();
  phone.line = (url, init, go) => go(url, init);
  const later = await phone.open(null);
  expect(later.stage).toMatchObject({ at: "sent", resumed: true });
  expect(await held()).toEqual({ issued: 1, received: 1 });
});

test.each([
  ["credential", "before"],
  ["credential", "after"],
  ["responses", "before"],
  ["responses", "after"],
] as const)(
  "a connection cut on the %s call, %s it arrives, loses and doubles nothing",
  async (door, when) => {
    const phone = visitor();
    const session = await phone.answered(await mailedLink());
    phone.line = async (url, init, go) => {
      if (!url.endsWith(door)) return go(url, init);
      if (when === "after") await go(url, init);
      throw new TypeError("connection lost");
    };
    await session.send();
    expect(session.stage).toMatchObject({ at: "sending", trouble: "offline" });
    phone.line = (url, init, go) => go(url, init);
    const later = await phone.open(null);
    expect(later.stage).toMatchObject({ at: "sent", resumed: true });
    expect(await held()).toEqual({ issued: 1, received: 1 });
    expect(phone.stored).toBeNull();
  },
);
