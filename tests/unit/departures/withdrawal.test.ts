import { expect, test } from "vitest";
import type { Departure } from "@/lib/departures/departure";
import { withdrawsInvitation } from "@/lib/departures/withdrawal";

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
};

const withdrawn = (change: Partial<Departure>, gone: boolean) => {
  const fields = Object.keys(change) as (keyof Departure)[];
  return withdrawsInvitation({ before, after: { ...before, ...change }, fields }, { gone });
};

test("another unit, day, kind or delivery takes back an invitation that has not gone", () => {
  expect(withdrawn({ unitCode: "V2" }, false)).toBe(true);
  expect(withdrawn({ lastDay: "2026-04-30" }, false)).toBe(true);
  expect(withdrawn({ kind: "retirement" }, false)).toBe(true);
  expect(withdrawn({ delivery: "letter" }, false)).toBe(true);
});

test("so does another address: nobody outside HR has confirmed that one", () => {
  expect(withdrawn({ privateEmail: "b@home.example" }, false)).toBe(true);
});

test("an invitation that has gone stands, so that nobody gets a second answer", () => {
  expect(withdrawn({ unitCode: "V2", lastDay: "2026-04-30", kind: "retirement" }, true)).toBe(
    false,
  );
});

test("the dead and the protected are not asked again, whether the invitation has gone or not", () => {
  expect([withdrawn({ kind: "death" }, true), withdrawn({ kind: "death" }, false)]).toEqual([
    true,
    true,
  ]);
  expect(withdrawn({ protected: true }, true)).toBe(true);
});
