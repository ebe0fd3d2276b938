import { rmSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { closeIssuing } from "@/lib/closing/mutations";
import { receiveAnswer } from "@/lib/inbox/mutations";
import { keyDirectory } from "@/lib/keys/directory";
import { receivingRounds } from "@/lib/rounds/data";
import { asOwner } from "../support/databases";
import { afterEnd, closeRound, operator, Q1, Q2, roundOf } from "../support/round";
import { instanceForEachTest, untilTheCollectorKnows } from "./support/attacked-instance";
import { asReceived, readyResponse, statuses } from "./support/response";
import { held, mailedLink, Visitor } from "./support/visitor";

const instance = instanceForEachTest();
const visitor = () => new Visitor(instance().origin);

/** A link answers in one quarter, and is tried again in the next; `meanwhile`: what else befalls the issuer. */
async function usedAgain(meanwhile = async () => undefined as unknown) {
  const link = await mailedLink();
  await (await visitor().answered(link)).send();
  await closeRound(Q1);
  await meanwhile();
  await untilTheCollectorKnows();
  const again = await visitor().answered(link, "En gång till");
  await again.send();
  return { stage: again.stage, received: (await held()).received };
}

test("a link that was used does not open again after the close, in the next quarter", async () => {
  expect(await usedAgain()).toEqual({ stage: { at: "lost", why: "already-used" }, received: 1 });
  expect(await held()).toEqual({ issued: 1, received: 1 });
});

test("broken on purpose, and caught: an issuer that forgets at the close which links were used, in its table and beside its keys", async () => {
  const forgets = async () => {
    await asOwner("employer", "DELETE FROM issuer.redemptions");
    rmSync(path.join(keyDirectory(), "used-links"), { recursive: true });
  };
  expect(await usedAgain(forgets)).toMatchObject({ stage: { at: "sent" }, received: 2 });
});

test("a credential from before the change of quarter is good until receiving stops, and not after", async () => {
  const [early, late] = [await readyResponse(), await readyResponse()];
  await closeIssuing(operator(), Q1, 0, afterEnd(Q1));
  await untilTheCollectorKnows();
  expect(await statuses([visitor().post("responses", early)])).toEqual([204]);
  await closeRound(Q1);
  await untilTheCollectorKnows();
  expect(await statuses([visitor().post("responses", late)])).toEqual([409]);
  expect(await held()).toMatchObject({ received: 1 });
});

test("broken on purpose, and caught: a collector that never hears that receiving has stopped", async () => {
  const late = asReceived(await readyResponse());
  const rememberedForEver = await receivingRounds();
  await closeRound(Q1);
  expect(await receiveAnswer(late, await receivingRounds())).toBe("round-changed");
  expect(await held()).toMatchObject({ received: 0 });
  await receiveAnswer(late, rememberedForEver);
  expect(await held()).toMatchObject({ received: 1 });
});

/** Answers in the old quarter, and sends in the next one; `line`: how the page reaches the servers by then. */
async function sentInTheNext(line: Visitor["line"]) {
  const phone = visitor();
  const session = await phone.answered(await mailedLink());
  await closeRound(Q1);
  await untilTheCollectorKnows();
  phone.line = line;
  await session.send();
  return { stage: session.stage, ...(await held()) };
}

test("a person who began in the old quarter is carried into the new one by the page itself", async () => {
  const carried = await sentInTheNext((url, init, go) => go(url, init));
  const until = (await roundOf(Q2)).manifest.receivingStops;
  expect(carried).toMatchObject({ stage: { at: "sent", until }, issued: 1, received: 1 });
});

test("broken on purpose, and caught: a page that keeps to the manifest it began with", async () => {
  const remembered = await (await visitor().fetch("/api/survey/manifest", {})).text();
  const kept = await sentInTheNext(async (url, init, go) =>
    url.endsWith("manifest") ? new Response(remembered) : go(url, init),
  );
  expect(kept).toMatchObject({ stage: { at: "sending" }, issued: 0, received: 0 });
});

test("broken on purpose, and caught: an issuer that calls a link of the last quarter used", async () => {
  const used = await sentInTheNext(async (url, init, go) => {
    const reply = await go(url, init);
    const refused = url.endsWith("credential") && reply.status === 409;
    return refused ? Response.json({ error: "already-used" }, { status: 409 }) : reply;
  });
  expect(used).toEqual({ stage: { at: "lost", why: "already-used" }, issued: 0, received: 0 });
});
