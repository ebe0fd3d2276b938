import { expect, test } from "vitest";
import { drawLetterNumber, letterNumbers, spacedNumber } from "@/lib/letters/letter";

test("a letter's number is drawn, six digits, and never one in use", () => {
  const drawn = [0, 0, 899_999];
  const below = () => drawn.shift() ?? 1;
  const taken = new Set(["100000"]);
  expect(drawLetterNumber(below, taken)).toBe("999999");
  expect(drawLetterNumber(below, taken)).toBe("100001");
});

test("numbers are read from a form, each once, and what is none is left out", () => {
  const sent = ["482716", "482716", "48271", "082716", "48271a", "", null, 5];
  expect(letterNumbers(sent)).toEqual(["482716"]);
});

test("a number is shown in two groups", () => {
  expect(spacedNumber("482716")).toBe("482\u202f716");
});
