import { expect, test } from "vitest";
import type { DepartureKind } from "@/lib/departures/kind";
import { countNotInvited } from "@/lib/invited/not-invited";
import { programme } from "@/lib/programme/programme";

const TODAY = "2026-11-22";

/** From this quarter on only the centre that was flagged is invited in. */
const RULES = {
  policies: [],
  programme: programme(
    [{ number: 1, fromQuarter: "2026-Q1", scope: "flagged-centres", units: ["V1"] }],
    [],
  ),
};
const leaves = (kind: DepartureKind, more: object = {}) => ({
  unitCode: "V1",
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
    leaves("resignation", { unitCode: "V2" }),
    leaves("resignation", { delivery: "none" }),
    leaves("resignation", { lastDay: "2026-09-01" }),
  ];
  expect(countNotInvited(waiting, RULES, TODAY)).toEqual({
    next: 1,
    unconfirmed: 2,
    programme: 1,
    rule: 2,
    "told-not-to": 1,
  });
});
