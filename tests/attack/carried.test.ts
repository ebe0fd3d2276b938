import { beforeAll, beforeEach, expect, test } from "vitest";
import { leaksOrder, linksByOrder, measured } from "@/lib/attack/order";
import { openCarried } from "@/lib/mixing/answers";
import { sealCarried } from "@/lib/mixing/carried";
import { openAnswers } from "@/lib/mixing/open";
import { peel } from "@/lib/mixing/peel";
import type { InboxRow } from "@/lib/mixing/peel-rows";
import type { Random } from "@/lib/mixing/shuffle";
import { publicReceipts } from "@/lib/releases/data";
import { asOwner, cleanDatabases } from "../support/databases";
import { answerMany } from "../support/respondent";
import {
  closeRound,
  mixRound,
  openSmallRound,
  planSmallRound,
  Q1,
  Q2,
  Q3,
  roundOf,
} from "../support/round";
import { hash, onShelf, row, secure } from "../unit/mixing/inbox-rows";
import { custodians, manifest, questionnaire } from "../unit/rounds/fixtures";

const PEOPLE = Array.from({ length: 9 }, (_, person) => person);
const [first, second] = custodians;

let rows: InboxRow[];
beforeAll(async () => {
  rows = await Promise.all(PEOPLE.map((person) => row(person)));
});
beforeEach(cleanDatabases);

const personOf = (words: unknown) => Number(String(words).slice("text ".length));

/** Nine answers through the round they came in and the one after it: who stands where in what custodian 1 sees. */
async function carriedOrders(random: Random) {
  const round = { manifest, manifestHash: hash, key: second, withdrawn: [], random };
  const next = { point: second.publicPoint, manifestHash: hash };
  const given = { ...round, next, shelf: onShelf };
  const handed = await peel({ ...given, inbox: [rows] });
  const { carried } = openCarried(handed, first, questionnaire);
  const sealed = carried.map((one) => sealCarried(one, manifest.custodianKeys, hash));
  const counted: number[] = [];
  await openAnswers({
    exchange: await peel({ ...given, inbox: [], carried: sealed }),
    key: first,
    parse: (value) => value as never,
    take: ({ answers }) => counted.push(personOf(answers["F1"])),
  });
  return { waiting: carried.map(({ payload }) => personOf(payload.answers["F1"])), counted };
}

test("forty times nine carried-over answers: the order they wait and are counted in tells as much as chance", async () => {
  const links = { waiting: [] as number[], counted: [] as number[], between: [] as number[] };
  for (let run = 0; run < 40; run += 1) {
    const { waiting, counted } = await carriedOrders(secure);
    links.waiting.push(linksByOrder(PEOPLE, waiting));
    links.counted.push(linksByOrder(PEOPLE, counted));
    links.between.push(linksByOrder(waiting, counted));
  }
  for (const [view, found] of Object.entries(links)) {
    expect(leaksOrder(measured(found)), view).toBe(false);
  }
});

test("broken on purpose, and caught: answers carried over in the order in which they came", async () => {
  // The n-th word is n, so that the shuffle puts everybody where they stood.
  const unshuffled: Random = (n) => {
    const words = Buffer.alloc(n);
    for (let at = 0; at < n; at += 4) words.writeUInt32BE(at / 4, at);
    return words;
  };
  const { waiting } = await carriedOrders(unshuffled);
  expect(waiting).toEqual(PEOPLE);
  expect(leaksOrder(measured([linksByOrder(PEOPLE, waiting)]))).toBe(true);
});

test("who reads the inbox cannot withdraw for others, and so cannot find an answer by leaving it out", async () => {
  await answerMany(await openSmallRound(), "A", 4);
  const seen = await asOwner<{ hash: Buffer }>(
    "collector",
    "SELECT withdrawal_hash AS hash FROM collector.inbox",
  );
  await closeRound(Q1);
  await mixRound(Q1);
  await planSmallRound(Q3);
  await answerMany(await roundOf(Q2), "A", 6);
  const { slot } = await roundOf(Q2);
  for (const { hash: copied } of seen) {
    await asOwner("collector", "INSERT INTO collector.withdrawn VALUES ($1, $2)", [slot, copied]);
  }
  await closeRound(Q2);
  await mixRound(Q2);
  expect(await roundOf(Q2)).toMatchObject({ received: 6, counted: 10, withdrawn: 0 });
  expect((await publicReceipts(Q2))?.reached).toHaveLength(10);
});

test("custodian 2 seals no receipt to a key that somebody else put into the next quarter's manifest", async () => {
  await answerMany(await openSmallRound(), "A", 4);
  await closeRound(Q1);
  const { manifest: theirs } = await roundOf(Q2);
  const foreign = (await roundOf(Q1)).manifest.custodianKeys[1];
  const lie = { ...theirs, custodianKeys: [theirs.custodianKeys[0], foreign] };
  const replace = "UPDATE release.rounds SET manifest = $1 WHERE quarter = $2";
  await asOwner("collector", "ALTER TABLE release.rounds DISABLE TRIGGER forward_only");
  await asOwner("collector", replace, [JSON.stringify(lie), Q2]);
  const mix = mixRound(Q1);
  await expect(mix).rejects.toMatchObject({ reason: "custodian-key-missing" });
  await asOwner("collector", "ALTER TABLE release.rounds ENABLE TRIGGER forward_only");
  expect((await roundOf(Q1)).state).toBe("closed");
});
