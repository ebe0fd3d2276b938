import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  type Exchange,
  ExchangeDamaged,
  type ExchangeReason,
  exchangeParts,
  writeExchange,
} from "@/lib/mixing/exchange";
import { exchangeChecksum, readExchange } from "@/lib/mixing/read-exchange";
import { concatBytes } from "@/lib/sealing/bytes";

const filled = (length: number, value: number) => new Uint8Array(length).fill(value);

const exchange: Exchange = {
  quarter: "2026-Q3",
  manifestHash: "ab".repeat(32),
  counts: { received: 5, carried: 1, withdrawn: 1, dropped: 1, lostBlobs: 0 },
  receipts: ["01".repeat(32), "02".repeat(32), "03".repeat(32)],
  sealedReceipts: [6, 7, 8, 9].map((value) => filled(113, value)),
  envelopes: [filled(4177, 1), filled(4177, 2), filled(4177, 3), filled(8273, 4)],
  blobs: [{ kind: "totals", aad: filled(32, 9), sealed: filled(100, 5) }],
};
const file = writeExchange(exchange);

function reasonFor(bytes: Uint8Array): ExchangeReason | "accepted" {
  try {
    readExchange(bytes);
    return "accepted";
  } catch (error) {
    if (error instanceof ExchangeDamaged) return error.reason;
    throw error;
  }
}

/** The file with its checksum made right again. */
const resigned = (bytes: Uint8Array) =>
  concatBytes(bytes, createHash("sha256").update(bytes).digest());

describe("the file that custodian 2 hands to custodian 1", () => {
  it("is read as it was written", () => {
    const { envelopes, blobs, ...rest } = readExchange(file);
    expect(rest).toEqual({
      quarter: exchange.quarter,
      manifestHash: exchange.manifestHash,
      counts: exchange.counts,
      receipts: exchange.receipts,
      sealedReceipts: exchange.sealedReceipts,
    });
    expect(Array.from(envelopes, (one) => [one.length, one[0]])).toEqual([
      [4177, 1],
      [4177, 2],
      [4177, 3],
      [8273, 4],
    ]);
    expect(blobs.map((one) => [one.kind, one.aad[0], one.sealed.length])).toEqual([
      ["totals", 9, 100],
    ]);
  });

  it("can be empty", () => {
    const counts = { received: 0, carried: 0, withdrawn: 0, dropped: 0, lostBlobs: 0 };
    const empty = {
      ...exchange,
      counts,
      receipts: [],
      sealedReceipts: [],
      envelopes: [],
      blobs: [],
    };
    const { envelopes, ...rest } = readExchange(writeExchange(empty));
    expect({ ...rest, envelopes: [...envelopes] }).toEqual(empty);
  });

  it("is the same piece by piece", () => {
    expect(Buffer.concat([...exchangeParts(exchange)])).toEqual(file);
  });

  it("has a checksum that two people can compare", () => {
    expect(exchangeChecksum(file)).toMatch(/^[0-9a-f]{64}$/);
    expect(exchangeChecksum(file)).toBe(
      createHash("sha256").update(file.subarray(0, -32)).digest("hex"),
    );
  });
});

describe("a damaged file is refused", () => {
  it("when it is something else", () => {
    expect(reasonFor(new Uint8Array(0))).toBe("not-an-exchange");
    expect(reasonFor(filled(5000, 7))).toBe("not-an-exchange");
  });

  it("when its end is missing", () => {
    expect(reasonFor(file.subarray(0, 20))).toBe("truncated");
    expect(reasonFor(file.subarray(0, -1))).toBe("checksum");
  });

  it("when any one byte was changed", () => {
    for (const at of [18, 25, 400, 3000, file.length - 1]) {
      const changed = new Uint8Array(file);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(reasonFor(changed)).toBe("checksum");
    }
  });

  it("when its header does not describe what follows", () => {
    const body = file.subarray(0, -32);
    expect(reasonFor(resigned(body.subarray(0, -1)))).toBe("truncated");
    expect(reasonFor(resigned(concatBytes(body, Uint8Array.of(0))))).toBe("header");
    const shapeless = new Uint8Array(body);
    shapeless[21] = 0x5b;
    expect(reasonFor(resigned(shapeless))).toBe("header");
  });

  it("when its counts do not add up to its envelopes", () => {
    const more = { ...exchange, counts: { ...exchange.counts, received: 6 } };
    expect(reasonFor(writeExchange(more))).toBe("header");
  });

  it("when a receipt is missing beside few envelopes, or stands beside many", () => {
    const { sealedReceipts } = exchange;
    const lost = { ...exchange, sealedReceipts: sealedReceipts.slice(1) };
    expect(reasonFor(writeExchange(lost))).toBe("header");
    const envelopes = Array.from({ length: 10 }, () => filled(4177, 1));
    const many = { ...exchange, envelopes, counts: { ...exchange.counts, received: 11 } };
    expect(reasonFor(writeExchange(many))).toBe("header");
    expect(reasonFor(writeExchange({ ...many, sealedReceipts: [] }))).toBe("accepted");
  });
});
