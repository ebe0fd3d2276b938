import { expect, test } from "vitest";
import type { DepartureKind } from "@/lib/departures/kind";
import { countNotInvited } from "@/lib/invited/not-invited";

const TODAY = "2026-11-22";
const leaves = (kind: DepartureKind, more: object = {}) => ({
  kind,
  email: "a@x.example",
  privateEmail: null,
  delivery: "mail" as const,
  protected: false,
  lastDay: "2026-11-30",
  confirmed: true,
  ...more,
});

test("HR is told how many who leave now have no invitation, and why; never that somebody died", () => {
  const waiting = [
    leaves("resignation"),
    leaves("retirement", { confirmed: false }),
    leaves("resignation", { confirmed: false }),
    leaves("internal_move"),
    leaves("death"),
    leaves("resignation", { delivery: "none" }),
    leaves("resignation", { lastDay: "2026-09-01" }),
  ];
  expect(countNotInvited(waiting, [], TODAY)).toEqual({
    next: 1,
    unconfirmed: 2,
    rule: 2,
    "told-not-to": 1,
  });
});
