import { beforeAll, describe, expect, it } from "vitest";
import { generateIssuerKey } from "@/lib/credential/issuer";
import { openAnswers } from "@/lib/mixing/open";
import { openBlob } from "@/lib/mixing/open-envelopes";
import { type PeelInput, peel } from "@/lib/mixing/peel";
import type { InboxRow } from "@/lib/mixing/peel-rows";
import { owned, utf8 } from "@/lib/sealing/bytes";
import { sealEnvelope, sealLayer } from "@/lib/sealing/open";
import type { Payload } from "@/lib/sealing/payload";
import { sealAnswer } from "@/lib/sealing/seal";
import { custodians, manifest } from "../rounds/fixtures";
import {
  answer,
  hash,
  next,
  onShelf,
  receiptOf,
  row,
  secure,
  sha256,
  type Wish,
} from "./inbox-rows";

const [first, second] = custodians;

let rows: InboxRow[];
beforeAll(async () => {
  rows = await Promise.all(Array.from({ length: 24 }, (_, n) => row(n)));
});

const peeled = (wish: Partial<PeelInput> = {}) =>
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

const isPayload = (value: unknown): value is Payload =>
  typeof value === "object" && value !== null && "answers" in value;
const parse = (value: unknown) => (isPayload(value) ? value : null);

async function openedFrom(exchange: Awaited<ReturnType<typeof peel>>, key = first) {
  const payloads: Payload[] = [];
  const result = await openAnswers({
    exchange,
    key,
    parse,
    take: (payload) => payloads.push(payload),
  });
  return { ...result, payloads };
}

const texts = (payloads: readonly Payload[]) => payloads.map((payload) => payload.answers["F1"]);

describe("a mix of two custodians", () => {
  it("counts every answer once, in another order than they came", async () => {
    const exchange = await peeled();
    const { counted, dropped, payloads } = await openedFrom(exchange);
    const sent = rows.map((_, n) => `text ${n}`);
    expect([counted, dropped]).toEqual([24, 0]);
    expect([...texts(payloads)].sort()).toEqual([...sent].sort());
    expect(texts(payloads)).not.toEqual(sent);
  });

  it("hands over envelopes of one size, and receipts only as a sorted list", async () => {
    const exchange = await peeled();
    expect(new Set(Array.from(exchange.envelopes, ({ length }) => length))).toEqual(
      new Set([4177]),
    );
    expect(exchange.receipts).toEqual(
      rows.map((one) => Buffer.from(one.withdrawalHash).toString("hex")).sort(),
    );
    expect(exchange.counts).toEqual({
      received: 24,
      carried: 0,
      withdrawn: 0,
      dropped: 0,
      lostBlobs: 0,
    });
  });

  it("needs both: custodian 2's key opens nothing that was peeled", async () => {
    const exchange = await peeled();
    expect(await openedFrom(exchange, second)).toMatchObject({ counted: 0, dropped: 24 });
    expect((await peeled({ key: first })).counts.dropped).toBe(24);
  });

  it("leaves withdrawn answers out, and their receipts", async () => {
    const exchange = await peeled({ withdrawn: [receiptOf(3), receiptOf(77)] });
    expect(exchange.counts).toMatchObject({ received: 24, withdrawn: 1, dropped: 0 });
    expect(exchange.receipts).not.toContain(sha256("receipt 3").toString("hex"));
    expect(texts((await openedFrom(exchange)).payloads)).not.toContain("text 3");
  });

  it("is not moved by somebody who only read the inbox: a receipt's hash withdraws nothing", async () => {
    const exchange = await peeled({ withdrawn: rows.map((one) => one.withdrawalHash) });
    expect([exchange.counts.withdrawn, exchange.envelopes.length]).toEqual([0, 24]);
  });

  it("lists a receipt once, even if two answers were sent with it", async () => {
    const twin = await row(99, { answer: { withdrawalHash: sha256("receipt 3") } });
    const exchange = await peeled({ inbox: [rows, [twin]] });
    expect([exchange.envelopes.length, exchange.receipts.length]).toEqual([25, 24]);
  });

  it("draws a new order every time, from the source it is handed", async () => {
    const zeros = (n: number) => new Uint8Array(n);
    const one = await peeled({ random: zeros });
    const same = await peeled({ random: zeros });
    expect([...same.envelopes]).toEqual([...one.envelopes]);
    expect([...(await peeled()).envelopes]).not.toEqual([...one.envelopes]);
  });

  it("reads the inbox in batches and says how far it has come", async () => {
    async function* batches() {
      yield rows.slice(0, 10);
      yield rows.slice(10);
    }
    const done: number[] = [];
    const exchange = await peeled({ inbox: batches(), onProgress: (n) => void done.push(n) });
    expect([exchange.envelopes.length, done]).toEqual([24, [10, 24]]);
  });
});

describe("nobody can stuff the box", () => {
  const extra = async (wish: Wish) => {
    const exchange = await peeled({ inbox: [rows, [await row(99, wish)]] });
    expect(exchange.counts).toMatchObject({ received: 25, dropped: 1 });
    expect(exchange.envelopes.length).toBe(24);
  };

  it("with a credential of another issuer key", async () => extra({ pem: generateIssuerKey() }));
  it("with a credential for another manifest", async () => extra({ about: new Uint8Array(32) }));
  it("with a credential that was used before", async () => extra({ later: { ...rows[0] } }));
  it("with an invented signature", async () => extra({ later: { signature: secure(384) } }));
  it("by putting another envelope or receipt beside somebody's credential", async () => {
    await extra({ later: { sealed: await sealAnswer(answer(98), manifest, hash) } });
    await extra({ later: { withdrawalHash: secure(32) } });
  });
  it("with an envelope of another size", async () => {
    const outer = sealLayer(2, second.publicPoint, secure(5000), hash);
    await extra({ answer: { sealed: outer } });
  });
  it("with an envelope for another manifest", async () => {
    const sealed = await sealAnswer(answer(99), manifest, new Uint8Array(32));
    await extra({ answer: { sealed } });
  });
  it("with a receipt that is no hash", async () =>
    extra({ answer: { withdrawalHash: secure(20) } }));
});

describe("an answer that is none is dropped and counted", () => {
  const withInner = async (inner: Uint8Array) => {
    const sealed = sealLayer(2, second.publicPoint, inner, hash);
    const exchange = await peeled({ inbox: [rows, [await row(99, { answer: { sealed } })]] });
    expect(await openedFrom(exchange)).toMatchObject({ counted: 24, dropped: 1 });
  };
  const padded = (text: string) => {
    const plaintext = Buffer.alloc(4096);
    plaintext.write(text);
    return plaintext;
  };

  it("not sealed to custodian 1", async () => withInner(secure(4177)));
  it("without padding", async () => withInner(sealLayer(1, first.publicPoint, padded("{}"), hash)));
  it("not JSON", async () => {
    const plaintext = padded("{");
    plaintext[1] = 0x80;
    await withInner(sealLayer(1, first.publicPoint, plaintext, hash));
  });
  it("not an answer to this questionnaire", async () => {
    const plaintext = padded("{}");
    plaintext[2] = 0x80;
    await withInner(sealLayer(1, first.publicPoint, plaintext, hash));
  });
});

describe("what waits from earlier rounds", () => {
  const about = owned(sha256("totals of 2026-Q2"));
  const blob = (text: string) => ({
    kind: "totals",
    aad: about,
    sealed: sealEnvelope(utf8(text), manifest.custodianKeys, about),
  });

  it("totals and texts open with both keys, one after the other", async () => {
    const exchange = await peeled({ blobs: [blob("one"), blob("two")] });
    const opened = exchange.blobs.map((one) => openBlob(first, one));
    const read = opened.map((bytes) => new TextDecoder().decode(bytes ?? undefined));
    expect(read.sort()).toEqual(["one", "two"]);
  });

  it("a blob that does not open is never passed over in silence", async () => {
    const other = { ...blob("one"), aad: new Uint8Array(32) };
    const exchange = await peeled({ blobs: [blob("one"), other] });
    expect(exchange.counts.lostBlobs).toBe(1);
    const [kept] = exchange.blobs;
    expect(kept && openBlob(second, kept)).toBeNull();
  });
});
