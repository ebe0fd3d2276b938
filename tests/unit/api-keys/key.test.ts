import { expect, test } from "vitest";
import { bearerKey, hashOf, keyOf } from "@/lib/api-keys/key";

const key = keyOf(new Uint8Array(32).fill(255));

test("a key is 256 bits behind a word that a scanner can look for, and nothing shorter", () => {
  expect(key).toBe(`sorti_${"_".repeat(42)}8`);
  expect(() => keyOf(new Uint8Array(16))).toThrow("32 bytes");
});

test("what is stored of it is SHA-256", () => {
  expect(Buffer.from(hashOf("sorti_abc")).toString("hex")).toBe(
    "54cfc29bdea4f02327ce763075030af9d4cac284ddb3ca4a39c69ab4a7e92f7b",
  );
});

test("it is read from the header, and what cannot be one is not looked for", () => {
  expect(bearerKey(`Bearer ${key}`)).toBe(key);
  expect(bearerKey(`bearer  ${key}`)).toBe(key);
  for (const header of [null, "", key, `Basic ${key}`, "Bearer sorti_short", `Bearer ${key} x`]) {
    expect(bearerKey(header)).toBeNull();
  }
});
