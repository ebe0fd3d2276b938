import { describe, expect, test } from "vitest";
import { ranOut } from "@/lib/explanations/explanation";
import { readExplanation } from "@/lib/explanations/read";

const TODAY = "2026-11-22";
const GOOD = {
  what: "Sammanslagning med Linden",
  who: "Verksamhetschef",
  appliesFrom: "2025-01-01",
  expires: "2027-06-30",
  evidence: "Beslut 2024-11-02",
};

describe("A natural explanation", () => {
  test("with what, who, when, evidence and an end is one", () => {
    expect(readExplanation(GOOD, TODAY)).toEqual({ entry: GOOD });
  });

  test("without anything gets every problem at once", () => {
    const nothing = { what: "", who: "", appliesFrom: "", expires: "", evidence: "" };
    expect(readExplanation(nothing, TODAY)).toEqual({
      problems: {
        ...{ what: "missing", who: "missing", appliesFrom: "missing" },
        ...{ expires: "missing", evidence: "missing" },
      },
    });
  });

  test.each([
    ["ends before it begins", { expires: "2024-12-31" }, { expires: "before-start" }],
    ["never ends", { expires: "2029-01-01" }, { expires: "too-far" }],
    ["begins on a day that is none", { appliesFrom: "2025-02-30" }, { appliesFrom: "no-day" }],
    ["is longer than its line", { what: "x".repeat(121) }, { what: "too-long" }],
  ])("that %s is refused", (_, change, problems) => {
    expect(readExplanation({ ...GOOD, ...change }, TODAY)).toEqual({ problems });
  });

  test("that ran out asks to be renewed; one that was ended, or noted afterwards, does not", () => {
    expect(ranOut({ notedOn: "2025-01-01", expires: "2026-01-01" }, TODAY)).toBe(true);
    expect(ranOut({ notedOn: "2026-01-01", expires: "2026-01-01" }, TODAY)).toBe(false);
    expect(ranOut({ notedOn: "2026-05-01", expires: "2025-12-31" }, TODAY)).toBe(false);
    expect(ranOut({ notedOn: "2026-05-01", expires: "2026-12-31" }, TODAY)).toBe(false);
  });
});
