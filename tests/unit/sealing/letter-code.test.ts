import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { groupedLetterCode, letterCodeFrom, normaliseLetterCode } from "@/lib/sealing/letter-code";

const ALPHABET = [..."0123456789ABCDEFGHJKMNPQRSTVWXYZ"];
const codes = fc.uint8Array({ minLength: 10, maxLength: 10 }).map((bytes) => letterCodeFrom(bytes));
const place = fc.integer({ min: 0, max: 16 });
const signs = fc.constantFrom(...ALPHABET);

describe("a letter's code", () => {
  test("carries 80 bits in 16 characters, and one that checks them", () => {
    expect(letterCodeFrom(new Uint8Array(10))).toBe("00000000000000000");
    expect(letterCodeFrom(new Uint8Array(10).fill(255)).slice(0, 16)).toBe("ZZZZZZZZZZZZZZZZ");
    const bytes = Uint8Array.from([1, 35, 69, 103, 137, 171, 205, 239, 16, 50]);
    expect(letterCodeFrom(bytes)).toBe("04HMASW9NF6YY41JT");
    expect(() => letterCodeFrom(new Uint8Array(9))).toThrow(RangeError);
  });

  test("is printed in groups of four", () => {
    expect(groupedLetterCode("04HMASW9NF6YY41JT")).toBe("04HM-ASW9-NF6Y-Y41J-T");
  });

  test.each(["04HM-ASW9-NF6Y-Y41J-T", " o4hm asw9 nf6y y4lj t ", "O4HMASW9NF6YY4IJT"])(
    "may be typed as %j",
    (typed) => {
      expect(normaliseLetterCode(typed)).toBe("04HMASW9NF6YY41JT");
    },
  );

  test.each([
    "",
    "04HMASW9NF6YY41J",
    "04HMASW9NF6YY41JT5",
    "U4HMASW9NF6YY41JT",
    "04HM_ASW9_NF6Y_Y41J_T",
    "A".repeat(43),
  ])("is not %j", (typed) => {
    expect(normaliseLetterCode(typed)).toBeNull();
  });

  test("tells every single slip and every two characters that changed places", () => {
    fc.assert(
      fc.property(codes, place, place, signs, (code, i, j, sign) => {
        expect(normaliseLetterCode(code)).toBe(code);
        const slipped = Array.from(code);
        slipped[i] = sign;
        if (sign !== code[i]) expect(normaliseLetterCode(slipped.join(""))).toBeNull();
        const swapped = Array.from(code);
        [swapped[i], swapped[j]] = [code.charAt(j), code.charAt(i)];
        if (code[i] !== code[j]) expect(normaliseLetterCode(swapped.join(""))).toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  test("tells 31 of 32 guesses to be none", () => {
    const tails = ALPHABET.filter((sign) => normaliseLetterCode(`04HMASW9NF6YY41J${sign}`));
    expect(tails).toEqual(["T"]);
  });
});
