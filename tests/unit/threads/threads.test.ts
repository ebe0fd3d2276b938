import { beforeAll, describe, expect, it } from "vitest";
import { openAnswers } from "@/lib/mixing/open";
import { type PeelInput, peel } from "@/lib/mixing/peel";
import type { InboxRow } from "@/lib/mixing/peel-rows";
import { inThisThread, type Run } from "@/lib/mixing/steps";
import { inThreads } from "@/lib/threads/threads";
import { hash, next, onShelf, receiptOf, row, secure } from "../mixing/inbox-rows";
import { custodians, manifest } from "../rounds/fixtures";

const [first, second] = custodians;

let rows: InboxRow[];
beforeAll(async () => {
  const good = await Promise.all(Array.from({ length: 24 }, (_, n) => row(n)));
  const stuffed = await row(98, { later: { signature: secure(384) } });
  rows = [...good, stuffed, ...good.slice(0, 2)];
});

function* inPieces(size: number) {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size);
}

/** The same dice each time, so that two mixes can be laid beside each other. */
const loaded: PeelInput["random"] = (n) => Uint8Array.from({ length: n }, (_, i) => (i * 37) % 251);

async function mixed(run: Run) {
  const exchange = await peel({
    manifest,
    manifestHash: hash,
    key: second,
    inbox: inPieces(4),
    withdrawn: [receiptOf(3)],
    next,
    random: loaded,
    shelf: onShelf,
    run,
  });
  const answers: unknown[] = [];
  const counts = await openAnswers({
    exchange,
    key: first,
    parse: (value) => value as never,
    take: (payload) => answers.push(payload),
    run,
  });
  return { ...exchange, envelopes: [...exchange.envelopes], answers, ...counts };
}

describe("a mix in several threads", () => {
  it("finds exactly what a mix in one finds, in whatever order the threads are done", async () => {
    const one = await mixed(inThisThread);
    expect(one.counts).toMatchObject({ received: 27, withdrawn: 1, dropped: 3 });
    expect([one.counted, one.answers.length]).toEqual([23, 23]);
    expect(await mixed(inThreads(1))).toEqual(one);
    expect(await mixed(inThreads(3))).toEqual(one);
  });

  it("stops at once when whoever watches it stops it", async () => {
    const stop = () => {
      throw new Error("stopped");
    };
    const mix = peel({
      manifest,
      manifestHash: hash,
      key: second,
      inbox: inPieces(1),
      withdrawn: [],
      next,
      random: secure,
      shelf: onShelf,
      run: inThreads(2),
      onProgress: stop,
    });
    await expect(mix).rejects.toThrow("stopped");
  });

  it("fails as a whole when one thread does: no answer is passed over", async () => {
    const broken = { ...manifest.issuerKey, n: "" };
    const run = inThreads(2)("peel", { key: second, manifestHash: hash, issuerKey: broken }, [
      rows,
      rows,
    ]);
    const all = async () => {
      for await (const batch of run) expect(batch).toBeNull();
    };
    await expect(all()).rejects.toThrow();
  });
});
