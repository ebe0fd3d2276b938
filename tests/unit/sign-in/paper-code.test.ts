import { expect, test } from "vitest";
import { groupedLetterCode, letterCodeFrom } from "@/lib/sealing/letter-code";
import { readCode } from "@/lib/sign-in/code";
import { PAPER_BYTES, paperCodeFrom, readPaperCode } from "@/lib/sign-in/paper-code";

const BYTES = Uint8Array.from({ length: PAPER_BYTES }, (_, at) => (at * 37 + 11) % 256);
const CODE = paperCodeFrom(BYTES);

test("a code for paper has more than 112 bits, and each of them counts", () => {
  expect(CODE).toMatch(/^[0-9A-HJKMNP-TV-Z]{24}$/);
  // 16 signs, one that checks them, and 7: five bits each but for the check.
  const bits = (16 + 7) * 5;
  expect(bits).toBeGreaterThanOrEqual(112);
  const others = Array.from({ length: bits }, (_, bit) => {
    // The second ten bytes give their first 35 bits.
    const bytes = Uint8Array.from(BYTES);
    bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (128 >> (bit & 7));
    return paperCodeFrom(bytes);
  });
  expect(new Set([CODE, ...others]).size).toBe(bits + 1);
});

test("it is read as it is typed: in groups, in small letters, O for 0 and I or L for 1", () => {
  const grouped = groupedLetterCode(CODE);
  expect(grouped).toMatch(/^(\w{4}-){5}\w{4}$/);
  const typed = [
    grouped,
    grouped.toLowerCase(),
    ` ${CODE.replaceAll("0", "o").replaceAll("1", "l")} `,
  ];
  for (const one of typed) expect(readCode(one)).toEqual({ kind: "paper", code: CODE });
});

test("the shorter codes that were given out before are read too, and nothing in between", () => {
  const before = letterCodeFrom(BYTES.slice(0, 10));
  expect(readPaperCode(before)).toBe(before);
  for (let length = 18; length < 24; length += 1) {
    expect(readPaperCode(CODE.slice(0, length)), String(length)).toBeNull();
  }
  expect(readPaperCode(`${CODE}0`)).toBeNull();
  expect(readPaperCode(`${CODE.slice(0, 23)}U`)).toBeNull();
});
