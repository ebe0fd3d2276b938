import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sameSitePath } from "@/lib/auth/same-site-path";

test("leads back to the page that was asked for, with its question and its place", () => {
  expect(sameSitePath("/hr/units?month=2026-09#chart")).toBe("/hr/units?month=2026-09#chart");
  expect(sameSitePath("/")).toBe("/");
});

test("leads to the given page when none was asked for", () => {
  expect(sameSitePath(null)).toBe("/");
  expect(sameSitePath(undefined, "/sign-in")).toBe("/sign-in");
  expect(sameSitePath("", "/hr")).toBe("/hr");
});

describe("never leads to another site", () => {
  test.each([
    "https://other.example/",
    "//other.example",
    "///other.example",
    "/\\other.example",
    "\\\\other.example",
    "/\t/other.example",
    "/\n//other.example",
    "javascript:alert(1)",
    "/.//other.example",
    "/x/..//other.example",
    "other.example",
    " //other.example",
  ])("%j", (address) => {
    expect(sameSitePath(address)).toBe("/");
  });
});

test("whatever is handed in, the browser stays on this site", () => {
  const bits = fc.constantFrom(
    "/",
    "\\",
    ".",
    "..",
    ":",
    "@",
    "?",
    "#",
    "%2f",
    "\t",
    "\n",
    " ",
    "a",
  );
  const address = fc.oneof(
    fc.array(bits, { maxLength: 12 }).map((all) => all.join("")),
    fc.string(),
  );
  fc.assert(
    fc.property(address, (text) => {
      const back = new URL(sameSitePath(text), "https://sorti.example/sign-in");
      expect(back.origin).toBe("https://sorti.example");
    }),
    { numRuns: 5000 },
  );
});
