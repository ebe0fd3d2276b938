import { expect, test } from "vitest";
import { roundBreaches, yearBreaches } from "@/lib/invitations/breaches";

test("received is never over issued, and issued never over the links open in the round", () => {
  expect(roundBreaches({ received: 40, issued: 40, linksOpen: 40 })).toEqual([]);
  expect(roundBreaches({ received: 38, issued: 40, linksOpen: 90 })).toEqual([]);
  expect(roundBreaches({ received: 41, issued: 40, linksOpen: 90 })).toEqual([
    "received-over-issued",
  ]);
  expect(roundBreaches({ received: 92, issued: 91, linksOpen: 90 })).toEqual([
    "received-over-issued",
    "issued-over-links",
  ]);
});

test("over a year no unit has more invited than left", () => {
  const even = { unitCode: "A", invited: 4, departures: 4 };
  const over = { unitCode: "B", invited: 5, departures: 4 };
  expect(yearBreaches([even, over])).toEqual([over]);
});
