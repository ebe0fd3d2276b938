import { expect, test } from "vitest";
import { readCode } from "@/lib/sign-in/code";
import { restAfter } from "@/lib/sign-in/lock-out";
import { isLive, needsSecondFactor, opens } from "@/lib/sign-in/rule";

const account = (...roles: string[]) => ({ roles, demo: false });

test("whoever sees more than the reports shows a second factor, and who only reads them does not", () => {
  expect(needsSecondFactor(account("politician"))).toBe(false);
  expect(needsSecondFactor(account())).toBe(false);
  for (const role of ["hr", "operator", "auditor"]) {
    expect(needsSecondFactor(account(role))).toBe(true);
    expect(needsSecondFactor(account("politician", role))).toBe(true);
  }
});

test("a sign-in without a second factor opens nothing more when its account gets a role that needs one", () => {
  expect(opens("plain", account("politician"))).toBe(true);
  expect(opens("plain", account("politician", "hr"))).toBe(false);
  expect(opens("proven", account("hr"))).toBe(true);
  expect(opens("code", account("politician"))).toBe(false);
  expect(opens("enrol", account("hr"))).toBe(false);
});

test("a sign-in ends when it is not used, and after a working day however much it is", () => {
  const now = new Date("2026-11-22T15:00:00Z");
  const live = (began: string, seen: string) =>
    isLive({ began: new Date(began), seen: new Date(seen) }, now);
  expect(live("2026-11-22T07:00:01Z", "2026-11-22T14:59:00Z")).toBe(true);
  expect(live("2026-11-22T07:00:00Z", "2026-11-22T14:59:00Z")).toBe(false);
  expect(live("2026-11-22T12:00:00Z", "2026-11-22T13:00:01Z")).toBe(true);
  expect(live("2026-11-22T12:00:00Z", "2026-11-22T13:00:00Z")).toBe(false);
});

test("three wrong codes are free, and then each costs twice the wait of the one before, an hour at most", () => {
  const rests = [1, 2, 3, 4, 5, 6, 10, 11, 1000].map((failures) => restAfter(failures) / 1000);
  expect(rests).toEqual([0, 0, 0, 30, 60, 120, 1920, 3600, 3600]);
});

test("a code is read as people type it, and nothing else is one", () => {
  expect(readCode(" 123 456 ")).toEqual({ kind: "digits", digits: "123456" });
  expect(readCode("0000-0000-0000-0000-0")).toEqual({ kind: "paper", code: "00000000000000000" });
  expect(readCode("oooo oooo oooo oooo o")).toEqual({ kind: "paper", code: "00000000000000000" });
  for (const wrong of [
    "",
    "12345",
    "1234567",
    "0000-0000-0000-0000-1",
    "x".repeat(1000),
    null,
    7,
  ]) {
    expect(readCode(wrong)).toBe(null);
  }
});
