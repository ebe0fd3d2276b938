import { createHash, createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { AddressLimit } from "@/lib/survey/address-limit";

const ADDRESS = "192.0.2.17";
const [MINUTE, HOUR] = [60_000, 3_600_000];
const NOON = Date.UTC(2026, 0, 1, 12);

/** Dice that count: every key is another. */
function limit(): AddressLimit {
  let drawn = 0;
  return new AddressLimit((n) => {
    drawn += 1;
    return new Uint8Array(n).fill(drawn);
  });
}

const callerUnder = (key: Uint8Array) =>
  createHmac("sha256", key).update(ADDRESS).digest("base64url");

describe("how often an address calls", () => {
  it("lets a whole hospital through and stops the one call too many, until the minute is over", () => {
    const calls = limit();
    const admitted = [1, 2, 3, 4].map((second) => calls.admits(ADDRESS, 3, NOON + second * 1000));
    expect(admitted).toEqual([true, true, true, false]);
    expect(calls.admits("192.0.2.18", 3, NOON + 5000)).toBe(true);
    expect(calls.admits(ADDRESS, 3, NOON + 1000 + MINUTE)).toBe(true);
  });

  it("keeps no address, and no hash of one that a list of all addresses would open", () => {
    const calls = limit();
    calls.admits(ADDRESS, 3, NOON);
    const { key, callers } = calls.remembered();
    expect(callers).toEqual([callerUnder(key ?? new Uint8Array())]);
    const plain = createHash("sha256").update(ADDRESS).digest("base64url");
    expect(JSON.stringify(calls.remembered())).not.toContain(ADDRESS);
    expect(callers).not.toContain(plain);
  });

  it("has forgotten who called after a minute and under which key after an hour, also when nobody calls", () => {
    const calls = limit();
    calls.admits(ADDRESS, 3, NOON);
    const key = calls.remembered().key;
    calls.forget(NOON + MINUTE);
    expect(calls.remembered().callers).toEqual([]);
    expect(calls.remembered().key).not.toBeNull();
    calls.forget(NOON + HOUR);
    expect(calls.remembered()).toEqual({ key: null, callers: [] });
    expect(key).toEqual(new Uint8Array(32));
  });

  it("knows the same address by another name in the next hour", () => {
    const calls = limit();
    calls.admits(ADDRESS, 3, NOON);
    const [before] = calls.remembered().callers;
    calls.admits(ADDRESS, 3, NOON + HOUR);
    const { callers } = calls.remembered();
    expect(callers).toHaveLength(1);
    expect(callers).not.toContain(before);
  });
});
