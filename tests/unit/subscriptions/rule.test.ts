import { expect, test } from "vitest";
import { aboutReport, readAbout } from "@/lib/subscriptions/about";
import { readAddress } from "@/lib/subscriptions/ask";
import { forgottenUpTo, MOST_TRIES, restAfter } from "@/lib/subscriptions/rule";

test("an address has one spelling, and what is none is refused", () => {
  expect(readAddress("  Anna.Ek@Region.SE ")).toBe("anna.ek@region.se");
  for (const typed of ["", "anna", "anna@", "a@b", "a b@c.se", "a@c.se, d@e.se", null]) {
    expect(readAddress(typed), String(typed)).toBeNull();
  }
  expect(readAddress(`${"a".repeat(250)}@b.se`)).toBeNull();
});

test("a mail that fails is tried for about four hours and then given up", () => {
  const rests = [1, 2, 3, 4, 5, 6, 7, 8].map((tries) => restAfter(tries) / 60_000);
  expect(rests).toEqual([1, 2, 4, 8, 16, 32, 64, 128]);
  expect(MOST_TRIES).toBe(9);
});

test("an unconfirmed address lives for seven whole days", () => {
  expect(forgottenUpTo("2026-11-24")).toBe("2026-11-16");
});

test("what a mail is about is read back as it was written, and nothing else is", () => {
  expect(readAbout(aboutReport("2026-Q3", 2))).toEqual({
    kind: "report",
    quarter: "2026-Q3",
    version: 2,
  });
  expect(readAbout("confirm")).toEqual({ kind: "confirm" });
  for (const text of ["", "2026-Q5 1", "2026-Q3 0", "2026-Q3"]) expect(readAbout(text)).toBeNull();
});
