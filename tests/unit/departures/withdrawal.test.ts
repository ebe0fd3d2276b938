import { expect, test } from "vitest";
import type { Departure } from "@/lib/departures/departure";
import { whatBecomesOf } from "@/lib/departures/withdrawal";

const before: Departure = {
  pseudonym: "p",
  unitCode: "V1",
  lastDay: "2026-03-31",
  kind: "resignation",
  email: null,
  privateEmail: "a@home.example",
  language: "sv",
  delivery: "mail",
  protected: false,
  staffGroup: "",
};

const outcome = (change: Partial<Departure>, gone: boolean, byLetter = false) => {
  const fields = Object.keys(change) as (keyof Departure)[];
  return whatBecomesOf({ before, after: { ...before, ...change }, fields }, { gone, byLetter });
};

test("another unit, day, kind, delivery or protection takes back an invitation that has not gone", () => {
  const changes = [
    { unitCode: "V2" },
    { lastDay: "2026-04-30" },
    { kind: "retirement" },
    { delivery: "letter" },
    { protected: true },
  ] as const;
  expect(changes.map((change) => outcome(change, false))).toEqual(changes.map(() => "withdrawn"));
  expect(outcome({ unitCode: "V2" }, false, true)).toBe("withdrawn");
});

test("so does another address: nobody outside HR has confirmed that one", () => {
  expect(outcome({ privateEmail: "b@home.example" }, false)).toBe("withdrawn");
});

test("an invitation that has gone stands, so that nobody gets a second answer", () => {
  const moved = { unitCode: "V2", lastDay: "2026-04-30", kind: "retirement" } as const;
  expect([outcome(moved, true), outcome(moved, true, true)]).toEqual(["stands", "stands"]);
  expect(outcome({ protected: true }, true, true)).toBe("stands");
});

test("the dead are not asked again, whether the invitation has gone or not", () => {
  const dead = { kind: "death" } as const;
  expect([outcome(dead, true), outcome(dead, false), outcome(dead, true, true)]).toEqual([
    "withdrawn",
    "withdrawn",
    "withdrawn",
  ]);
});

test("whoever was mailed and is protected since loses the link, and gets no second one by letter", () => {
  expect(outcome({ protected: true }, true)).toBe("withdrawn-for-good");
});
