import { expect, test } from "vitest";
import { CodeLimit, WRONG_CODES } from "@/lib/survey/code-limit";

const NOON = Date.UTC(2026, 0, 1, 12);
const limit = () => new CodeLimit((n) => new Uint8Array(n).fill(1));
const admitted = (codes: CodeLimit, address: string, tries: number, now = NOON) =>
  Array.from({ length: tries }, () => codes.charge(address, now)).filter((charge) => charge).length;

test("of a thousand wrong codes from one address twenty a minute are looked at", () => {
  const codes = limit();
  expect(admitted(codes, "192.0.2.1", 1000)).toBe(20);
  expect(admitted(codes, "192.0.2.2", 1)).toBe(1);
  expect(admitted(codes, "192.0.2.1", 1000, NOON + 59_999)).toBe(0);
  expect(admitted(codes, "192.0.2.1", 1000, NOON + 60_000)).toBe(20);
});

test("of wrong codes from everywhere six hundred a minute are looked at", () => {
  const codes = limit();
  const from = (n: number) => admitted(codes, `192.0.2.${n}`, 10);
  const all = Array.from({ length: 100 }, (_, n) => from(n)).reduce((sum, n) => sum + n, 0);
  expect(all).toBe(WRONG_CODES.all);
  expect(admitted(codes, "198.51.100.1", 1, NOON + 60_000)).toBe(1);
});

test("a code that opens costs nothing: a ward may share one address", () => {
  const codes = limit();
  for (let i = 0; i < 200; i += 1) codes.charge("192.0.2.1", NOON)?.giveBack();
  expect(admitted(codes, "192.0.2.1", 1000)).toBe(20);
});

test("giving back never makes room for more than the limit", () => {
  const codes = limit();
  const charge = codes.charge("192.0.2.1", NOON);
  charge?.giveBack();
  charge?.giveBack();
  codes.forget(NOON + 3_600_000);
  charge?.giveBack();
  expect(admitted(codes, "192.0.2.1", 1000, NOON + 3_600_000)).toBe(20);
});
