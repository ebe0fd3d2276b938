import { expect, test } from "vitest";
import { AHEAD_DAYS, believed, JUMP_DAYS, judge, waitsFor } from "@/lib/disposal-clock/rule";

const at = (day: string) => new Date(`${day}T12:00:00Z`);
const later = (from: Date, days: number, ms = 0) =>
  new Date(from.getTime() + days * 86_400_000 + ms);
const SEEN = at("2026-11-01");

/** A server and a database that keep the same time. */
const moved = (now: Date, seen: Date | null = SEEN) => judge({ now, database: now, seen });

test("a clock that was seen lately is believed, also one that was put back", () => {
  expect(moved(later(SEEN, 0, 600_000))).toBe("steady");
  expect(moved(later(SEEN, JUMP_DAYS))).toBe("steady");
  expect(moved(at("2026-10-01"))).toBe("steady");
  expect(moved(at("2020-01-01"))).toBe("steady");
});

test("a clock that has moved further than a long holiday is asked about, whether it jumped or time went by", () => {
  expect(moved(later(SEEN, JUMP_DAYS, 1))).toBe("jumped");
  expect(moved(at("2036-02-07"))).toBe("jumped");
});

test("a clock that the database's contradicts is not believed, whatever was seen", () => {
  const ahead = (days: number, ms = 0) =>
    judge({ now: later(SEEN, days, ms), database: SEEN, seen: SEEN });
  expect(ahead(AHEAD_DAYS)).toBe("steady");
  expect(ahead(AHEAD_DAYS, 1)).toBe("ahead");
  expect(ahead(400)).toBe("ahead");
});

test("a clock behind the database's disposes of less, which is no reason to stop", () => {
  expect(judge({ now: SEEN, database: at("2026-12-24"), seen: SEEN })).toBe("steady");
});

test("the first time there is nothing to compare with", () => {
  expect(moved(at("2026-11-22"), null)).toBe("steady");
});

test("where one side doubts, time stands still at what was seen earliest; where none does, it goes on", () => {
  const [now, early, late] = [at("2027-01-01"), at("2026-10-01"), at("2026-11-01")];
  const steady = { side: "employer", verdict: "steady", seen: early } as const;
  const jumped = { side: "collector", verdict: "jumped", seen: late } as const;
  expect(believed(now, [])).toEqual(now);
  expect(believed(now, [steady])).toEqual(now);
  expect(believed(now, [steady, jumped])).toEqual(late);
  expect(believed(now, [{ ...steady, verdict: "ahead" }, jumped])).toEqual(early);
  expect(waitsFor([steady])).toBeNull();
  expect(waitsFor([jumped, { ...steady, verdict: "ahead" }])).toMatchObject({ verdict: "ahead" });
});
