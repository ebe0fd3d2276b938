import { expect, test } from "vitest";
import { asOwner, cleanDatabases } from "../support/databases";
import { instanceForEachTest, untilTheCollectorKnows } from "./support/attacked-instance";
import { statuses } from "./support/response";
import { held, mailedLink, Visitor } from "./support/visitor";

const instance = instanceForEachTest();
type Line = Visitor["line"];

function visitor(line?: Line): Visitor {
  const phone = new Visitor(instance().origin);
  phone.line = line ?? phone.line;
  return phone;
}

/** A call over the phone's line: everything that comes back, but for the hour of day. */
async function whole(phone: Visitor, door: string, body: unknown): Promise<string> {
  const init = { method: "POST", body: JSON.stringify(body) };
  const reply = await phone.line(`/api/survey/${door}`, init, phone.fetch);
  const { date: _, ...headers } = Object.fromEntries(reply.headers);
  return JSON.stringify([reply.status, headers, await reply.text()]);
}

/** What an open link is told, and what it is told when it is used, and what other people's are told. */
async function told(line?: Line) {
  const link = await mailedLink();
  const ask = (token: string) => whole(visitor(line), "invitation", { token });
  const open = await ask(link);
  const session = await visitor().answered(link);
  await session.send();
  expect(session.stage.at).toBe("sent");
  const others = await Promise.all([mailedLink(), mailedLink()]);
  return new Set([open, await ask(link), ...(await Promise.all(others.map(ask)))]);
}

test("an open and a used link get the same reply, byte for byte and header for header", async () => {
  expect((await told()).size).toBe(1);
});

test("broken on purpose, and caught: an issuer that says which link is used", async () => {
  const tells: Line = async (url, init, go) => {
    const reply = await go(url, init);
    const used = (await asOwner("employer", "SELECT FROM issuer.redemptions")).length > 0;
    return Response.json({ ...((await reply.json()) as object), used });
  };
  expect((await told(tells)).size).toBe(2);
});

test("broken on purpose, and caught: an issuer whose reply says whose link it is", async () => {
  const marks: Line = async (url, init, go) => {
    const reply = await go(url, init);
    const { token } = JSON.parse(String(init.body)) as { token: string };
    const headers = { ...Object.fromEntries(reply.headers), "X-Request": token.slice(0, 8) };
    return new Response(await reply.text(), { status: reply.status, headers });
  };
  expect((await told(marks)).size).toBe(3);
});

const NOBODYS = "7K2M-9QXD-AAAA-BBBB-CCCC";

/** What is said to a receipt that has an answer, to the same again, and to one that nobody has. */
async function withdrawn(line?: Line) {
  const session = await visitor().answered(await mailedLink());
  await session.send();
  const receipt = session.stage.at === "sent" ? session.stage.receipt : "";
  const phone = visitor(line);
  const said = new Set<string>();
  for (const code of [receipt, receipt, NOBODYS]) {
    said.add(await whole(phone, "withdrawals", { receipt: code }));
  }
  return { said, receipt };
}

test("withdrawing twice, or with a code that nobody has, is answered alike; without any open quarter it is refused", async () => {
  const { said, receipt } = await withdrawn();
  expect([...said]).toEqual([expect.stringMatching(/^\[204,/)]);
  const ask = (code: string) => visitor().post("withdrawals", { receipt: code });
  expect(await statuses([ask("no code")])).toEqual([400]);
  await cleanDatabases();
  await untilTheCollectorKnows();
  expect(await statuses([ask(receipt)])).toEqual([410]);
});

test("broken on purpose, and caught: a collector that says whether it has the answer", async () => {
  const looks: Line = async (url, init, go) => {
    const mine = !String(init.body).includes(NOBODYS);
    const reply = await go(url, init);
    return mine && (await held()).received > 0 ? reply : new Response(null, { status: 404 });
  };
  expect((await withdrawn(looks)).said.size).toBe(2);
});
