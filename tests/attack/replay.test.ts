import {
  constants,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
} from "node:crypto";
import { expect, test } from "vitest";
import { signBlinded } from "@/lib/credential/issuer";
import { receiveAnswer } from "@/lib/inbox/mutations";
import { readIssuerKey } from "@/lib/keys/issuer-key";
import { receivingRounds } from "@/lib/rounds/data";
import { fromBase64Url, toBase64Url } from "@/lib/sealing/base64url";
import { asOwner } from "../support/databases";
import { Q1, Q2, roundOf } from "../support/round";
import { instanceForEachTest } from "./support/attacked-instance";
import { asReceived, readyResponse, statuses } from "./support/response";
import { held, mailedLink, Visitor } from "./support/visitor";

const instance = instanceForEachTest();
const visitor = () => new Visitor(instance().origin);

/** The same response twenty times at once, and once more: what the door said, and what is stored. */
async function sentAgain() {
  const body = await readyResponse();
  const phone = visitor();
  const said = await statuses(Array.from({ length: 20 }, () => phone.post("responses", body)));
  said.push(...(await statuses([phone.post("responses", body)])));
  return { said: [...new Set(said)], received: (await held()).received };
}

test("an answer that is sent again, and twenty times at once, is stored once; every reply is the same", async () => {
  expect(await sentAgain()).toEqual({ said: [204], received: 1 });
});

test("broken on purpose, and caught: an inbox that lets the same credential in twice", async () => {
  await asOwner("collector", "ALTER TABLE collector.inbox DROP CONSTRAINT inbox_pkey");
  try {
    expect(await sentAgain()).toEqual({ said: [204], received: 21 });
  } finally {
    await asOwner("collector", "TRUNCATE collector.inbox");
    await asOwner("collector", "ALTER TABLE collector.inbox ADD PRIMARY KEY (slot, message)");
  }
});

/** Two phones with one link, each with a credential of its own: where they end, and what is held. */
async function race(line?: Visitor["line"]) {
  const link = await mailedLink();
  const phones = [visitor(), visitor()];
  for (const phone of phones) phone.line = line ?? phone.line;
  const sessions = await Promise.all(phones.map((phone) => phone.answered(link)));
  await Promise.all(sessions.map((session) => session.send()));
  const ends = sessions.map(({ stage }) => (stage.at === "lost" ? stage.why : stage.at)).sort();
  return { ends, received: (await held()).received };
}

test("of two phones that race with one link, each with a credential of its own, exactly one gets it", async () => {
  expect(await race()).toEqual({ ends: ["already-used", "sent"], received: 1 });
  expect(await held()).toEqual({ issued: 1, received: 1 });
});

test("broken on purpose, and caught: an issuer that signs every blinded value", async () => {
  const key = createPrivateKey(readIssuerKey(Q1) ?? "");
  const signsAll: Visitor["line"] = async (url, init, go) => {
    if (!url.endsWith("credential")) return go(url, init);
    const { blinded } = JSON.parse(String(init.body)) as { blinded: string };
    const signed = signBlinded(key, fromBase64Url(blinded));
    return Response.json({ blindSignature: toBase64Url(signed) });
  };
  expect(await race(signsAll)).toEqual({ ends: ["sent", "sent"], received: 2 });
});

const attacker = generateKeyPairSync("rsa", { modulusLength: 3072 }).privateKey;

/** The same message signed by a key of the attacker's own. */
function foreign(message: string): string {
  const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 };
  const bytes = Buffer.from(message, "base64url");
  return toBase64Url(sign("sha384", bytes, { key: attacker, ...pss }));
}

test("an altered credential, another's, a foreign key's and one for another quarter are refused, and nothing is stored", async () => {
  const [mine, other] = [await readyResponse(), await readyResponse()];
  const altered = `A${mine.signature.slice(1)}`;
  const another = `${mine.message.slice(0, 20)}AAAA${mine.message.slice(24)}`;
  const phone = visitor();
  const refused = [
    { ...mine, signature: altered === mine.signature ? `B${altered.slice(1)}` : altered },
    { ...mine, signature: other.signature },
    { ...mine, signature: foreign(mine.message) },
    { ...mine, message: another },
    { ...mine, sealed: other.sealed },
    { ...mine, withdrawalHash: other.withdrawalHash },
  ];
  expect(await statuses(refused.map((body) => phone.post("responses", body)))).toEqual([
    403, 403, 403, 403, 403, 403,
  ]);
  const { manifestHash } = await roundOf(Q2);
  const bytes = Buffer.from(mine.message, "base64url");
  bytes.set(manifestHash, 40);
  const wrongQuarter = { ...mine, message: toBase64Url(bytes) };
  expect(await statuses([phone.post("responses", wrongQuarter)])).toEqual([409]);
  const more = { ...mine, ip: "1.2.3.4" };
  expect(await statuses([phone.post("responses", more)])).toEqual([400]);
  expect(await held()).toMatchObject({ received: 0 });
});

test("broken on purpose, and caught: a collector that takes the attacker's key for the issuer's", async () => {
  const mine = await readyResponse();
  const forged = asReceived({ ...mine, signature: foreign(mine.message) });
  const rounds = await receivingRounds();
  expect(await receiveAnswer(forged, rounds)).toBe("bad-credential");
  expect(await held()).toMatchObject({ received: 0 });
  const issuerKey = createPublicKey(attacker);
  const misled = rounds.map((round) => ({ ...round, issuerKey }));
  expect(await receiveAnswer(forged, misled)).toBe("stored");
  expect(await held()).toMatchObject({ received: 1 });
});
