import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalOf, number, percent, percentRange, range, span } from "@/lib/wording/number";

describe("numbers are set as a Swedish or English reader expects", () => {
  it("parts Swedish per cent from its figure with a thin no-break space", () => {
    expect(percent(0.125, "sv")).toBe("12,5\u202f%");
    expect(percent(0.1, "sv", 0)).toBe("10\u202f%");
  });

  it("writes English per cent without a space", () => {
    expect(percent(0.125, "en")).toBe("12.5%");
  });

  it("parts thousands with a thin space in Swedish and a comma in English", () => {
    expect(number(10000, "sv")).toBe("10\u202f000");
    expect(number(10000, "en")).toBe("10,000");
  });

  it("keeps the decimals asked for, also when they are zero", () => {
    expect(number(4, "sv", 1)).toBe("4,0");
    expect(number(0, "en", 1)).toBe("0.0");
  });

  it("knows the sign before a language's decimals, also where the language has numbers of its own", () => {
    expect(["sv-SE", "en-US", "ar", "fa"].map(decimalOf)).toEqual([",", ".", ".", "."]);
  });

  it("writes a range with an en dash and says the sign once", () => {
    expect(range(2.1, 10, "sv", 1)).toBe("2,1–10,0");
    expect(percentRange(0.094, 0.25, "sv")).toBe("9,4–25,0\u202f%");
    expect(percentRange(0.094, 0.25, "en")).toBe("9.4–25.0%");
    expect(span(2023, 2025)).toBe("2023–2025");
  });

  it("never lets a line break inside a figure", () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (x) => {
        expect(percent(x, "sv")).not.toMatch(/[ \u00a0]/);
        expect(number(x, "sv", 1)).not.toMatch(/[ \u00a0]/);
      }),
    );
  });
});
