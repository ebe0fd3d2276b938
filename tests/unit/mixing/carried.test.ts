import { beforeAll, describe, expect, it } from "vitest";
import { openCarried } from "@/lib/mixing/answers";
import { sealCarried } from "@/lib/mixing/carried";
import type { Exchange } from "@/lib/mixing/exchange";
import { openAnswers } from "@/lib/mixing/open";
import { type PeelInput, peel } from "@/lib/mixing/peel";
import type { InboxRow } from "@/lib/mixing/peel-rows";
import { toBase64Url } from "@/lib/sealing/base64url";
import { openEnvelope, sealLayer } from "@/lib/sealing/open";
import { custodians, manifest, questionnaire } from "../rounds/fixtures";
import { hash, next, nextKeys, onShelf, receiptOf, row, secure, sha256 } from "./inbox-rows";

const [first, second] = custodians;
const keys = [toBase64Url(nextKeys[0].publicPoint), toBase64Url(nextKeys[1].publicPoint)] as const;
const nextManifest = { ...manifest, custodianKeys: [...keys] as [string, string] };

let rows: InboxRow[];
beforeAll(async () => {
  rows = await Promise.all(Array.from({ length: 9 }, (_, n) => row(n)));
});

const few = (wish: Partial<PeelInput> = {}) =>
  peel({
    manifest,
    manifestHash: hash,
    key: second,
    inbox: [rows],
    withdrawn: [],
    next,
    random: secure,
    shelf: onShelf,
    ...wish,
  });

/** Custodian 1's part of carrying over. */
function sealedAgain(exchange: Exchange): Uint8Array[] {
  const { carried } = openCarried(exchange, first, questionnaire);
  return carried.map((one) => sealCarried(one, keys, next.manifestHash));
}

/** The next round's peel, of nothing but what was carried over to it. */
const peeledNext = (carried: readonly Uint8Array[], wish: Partial<PeelInput> = {}) =>
  few({
    manifest: nextManifest,
    manifestHash: next.manifestHash,
    key: nextKeys[1],
    inbox: [],
    carried,
    ...wish,
  });

/** What people wrote, in the order in which custodian 1 opens it. */
async function wordsIn(exchange: Exchange): Promise<unknown[]> {
  const words: unknown[] = [];
  await openAnswers({
    exchange,
    key: nextKeys[0],
    parse: (value) => value as never,
    take: ({ answers }) => words.push(answers["F1"]),
  });
  return words.sort();
}

const listed = (ns: readonly number[]) =>
  ns.map((n) => sha256(`receipt ${n}`).toString("hex")).sort();
const ALL = Array.from({ length: 9 }, (_, n) => n);

describe("a carried-over answer keeps its receipt", () => {
  it("which stands in the list of the round whose mix counts it", async () => {
    const exchange = await peeledNext(sealedAgain(await few()));
    expect(exchange.receipts).toEqual(listed(ALL));
    expect(exchange.counts).toMatchObject({ received: 0, carried: 9, withdrawn: 0, dropped: 0 });
    expect(await wordsIn(exchange)).toEqual(ALL.map((n) => `text ${n}`));
  });

  it("and with which it can be withdrawn there: that answer is left out, and no other", async () => {
    const carried = sealedAgain(await few());
    const exchange = await peeledNext(carried, { withdrawn: [receiptOf(4), receiptOf(77)] });
    const rest = ALL.filter((n) => n !== 4);
    expect(exchange.receipts).toEqual(listed(rest));
    expect(exchange.counts).toMatchObject({ carried: 9, withdrawn: 1, dropped: 0 });
    expect(await wordsIn(exchange)).toEqual(rest.map((n) => `text ${n}`));
  });

  it("also when it is carried over twice", async () => {
    const once = await peeledNext(sealedAgain(await few()), { next });
    const again = openCarried(once, nextKeys[0], questionnaire).carried;
    const twice = again.map((one) => sealCarried(one, keys, next.manifestHash));
    expect((await peeledNext(twice)).receipts).toEqual(listed(ALL));
  });

  it("is handed on among the fresh ones, in an envelope of the same size", async () => {
    const hither = { next: { point: second.publicPoint, manifestHash: hash } };
    const { carried } = openCarried(await few(hither), first, questionnaire);
    const sealed = carried.map((one) => sealCarried(one, manifest.custodianKeys, hash));
    const fresh = await Promise.all([20, 21, 22].map((n) => row(n)));
    const exchange = await few({ inbox: [fresh], carried: sealed });
    expect(exchange.counts).toMatchObject({ received: 3, carried: 9, withdrawn: 0, dropped: 0 });
    expect(exchange.receipts).toEqual(listed([...ALL, 20, 21, 22]));
    expect(exchange.sealedReceipts).toEqual([]);
    expect(new Set(Array.from(exchange.envelopes, ({ length }) => length))).toEqual(
      new Set([4177]),
    );
  });
});

describe("nobody sees an answer together with its receipt", () => {
  it("custodian 1 gets receipts that no key of this round, and not custodian 1's next key, opens", async () => {
    const { sealedReceipts } = await few();
    expect(new Set(sealedReceipts.map(({ length }) => length))).toEqual(new Set([113]));
    for (const sealed of sealedReceipts) {
      for (const key of [first, second, nextKeys[0]]) {
        for (const aad of [hash, next.manifestHash]) {
          expect(() => openEnvelope(key, sealed, aad)).toThrow();
        }
      }
    }
  });

  it("ten answers or more are handed on without any", async () => {
    const tenth = await row(9);
    const exchange = await few({ inbox: [[...rows, tenth]] });
    expect([exchange.envelopes.length, exchange.sealedReceipts]).toEqual([10, []]);
  });

  it("custodian 1 cannot count or seal again what came without its receipt", async () => {
    const exchange = { ...(await few()), sealedReceipts: [] };
    expect(() => openCarried(exchange, first, questionnaire)).toThrow("exchange-outdated");
  });

  it("what waits is of one size, and what was damaged or swapped is dropped and counted", async () => {
    const carried = sealedAgain(await few());
    expect(new Set(carried.map(({ length }) => length))).toEqual(new Set([4177 + 113 + 81]));
    const plain = sealLayer(2, nextKeys[1].publicPoint, secure(4177), next.manifestHash);
    const exchange = await peeledNext([...carried.slice(0, 2), secure(4371), plain]);
    expect(exchange.counts).toMatchObject({ carried: 4, dropped: 2 });
  });
});
