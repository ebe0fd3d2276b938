import { expect, test } from "vitest";
import { letterCodeOf } from "@/lib/keys/letter-code";
import { letterTokenHash, tokenOfCode } from "@/lib/keys/letter-link";
import { tokenHash, tokenOf } from "@/lib/keys/link-key";
import { normaliseLetterCode } from "@/lib/sealing/letter-code";

const KEY = new Uint8Array(32).fill(7);
const ID = "11111111-2222-4333-8444-555555555555";

test("a letter printed again has the same code, and no other key or letter gives it", () => {
  const code = letterCodeOf(KEY, ID);
  expect(letterCodeOf(KEY, ID)).toBe(code);
  expect(normaliseLetterCode(code)).toBe(code);
  expect(letterCodeOf(KEY, ID.replace("1", "2"))).not.toBe(code);
  expect(letterCodeOf(new Uint8Array(32).fill(8), ID)).not.toBe(code);
});

test("what is stored of a code is the hash of an HMAC: without the key nobody can try codes against it", () => {
  const code = letterCodeOf(KEY, ID);
  expect(letterTokenHash(KEY, ID)).toEqual(tokenHash(tokenOfCode(KEY, code)));
  expect(tokenOfCode(new Uint8Array(32).fill(8), code)).not.toEqual(tokenOfCode(KEY, code));
  expect(letterTokenHash(KEY, ID)).not.toEqual(tokenHash(new TextEncoder().encode(code)));
});

test("a letter's token and a mail's token of the same invitation have nothing in common", () => {
  expect(letterTokenHash(KEY, ID)).not.toEqual(tokenHash(tokenOf(KEY, ID)));
});
