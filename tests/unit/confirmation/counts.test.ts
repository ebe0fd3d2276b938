import { expect, test } from "vitest";
import { confirmedNumbers, type DepartureCount, numbersHash } from "@/lib/confirmation/counts";
import { confirmedImport } from "@/lib/confirmation/log-entry";
import { decisionThatHolds, standingOf } from "@/lib/confirmation/standing";
import type { DatedPolicy } from "@/lib/invitations/decide";
import { programme } from "@/lib/programme/programme";

const leaver: DepartureCount = {
  unitCode: "V1",
  month: "2026-11",
  kind: "resignation",
  delivery: "mail",
  protected: false,
  addressed: true,
  invited: false,
  n: 3,
};

const COUNTS: readonly DepartureCount[] = [
  leaver,
  { ...leaver, delivery: "letter", addressed: false, n: 2 },
  { ...leaver, kind: "retirement", n: 1 },
  { ...leaver, kind: "internal_move", n: 4 },
  { ...leaver, kind: "death", n: 1 },
  { ...leaver, protected: true, n: 1 },
  { ...leaver, invited: true, n: 2 },
];

const rules = (policies: readonly DatedPolicy[]) => ({ policies, programme: programme([], []) });

const none = { mail: 0, letter: 0, already: 0, nobody: 0 };
const resigned = { departures: 8, mail: 3, letter: 3, already: 2, nobody: 0 };

test("the auditor sees how many of each unit and kind get an e-mail, a letter, or nothing", () => {
  expect(confirmedNumbers(COUNTS, rules([]))).toEqual([
    { unitCode: "V1", kind: "resignation", ...resigned },
    { unitCode: "V1", kind: "retirement", ...none, departures: 1, mail: 1 },
    { unitCode: "V1", kind: "internal_move", ...none, departures: 4, nobody: 4 },
    { unitCode: "V1", kind: "death", ...none, departures: 1, nobody: 1 },
  ]);
});

test("whom the region's policy invites counts as invited from the quarter it holds", () => {
  const policy = { fromQuarter: "2026-Q4", inviteMovers: true, employerSide: [] } as const;
  const movers = [{ ...leaver, kind: "internal_move" } as const];
  expect(confirmedNumbers(movers, rules([policy]))[0]?.mail).toBe(3);
  expect(confirmedNumbers(movers, rules([{ ...policy, fromQuarter: "2027-Q1" }]))[0]?.mail).toBe(0);
});

test("leavers of a unit outside the programme are counted, and as nobody who is invited", () => {
  const centres = { number: 1, fromQuarter: "2026-Q4", scope: "all-centres", units: [] } as const;
  const units = [
    { code: "V1", kind: "hospital", predecessors: [] },
    { code: "V2", kind: "primary_care", predecessors: [] },
  ];
  const some = { policies: [], programme: programme([centres], units) };
  expect(confirmedNumbers([leaver, { ...leaver, unitCode: "V2" }], some)).toMatchObject([
    { unitCode: "V1", departures: 3, mail: 0, nobody: 3 },
    { unitCode: "V2", departures: 3, mail: 3, nobody: 0 },
  ]);
});

test("one person more makes other numbers: what is confirmed is exactly what was shown", () => {
  const shown = numbersHash(confirmedNumbers(COUNTS, rules([])));
  expect(numbersHash(confirmedNumbers([...COUNTS].reverse(), rules([])))).toBe(shown);
  expect(numbersHash(confirmedNumbers([...COUNTS, { ...leaver, n: 1 }], rules([])))).not.toBe(
    shown,
  );
});

test("the public log tells totals and a salted hash, and never the unit or kind of one person", () => {
  const numbers = confirmedNumbers([{ ...leaver, kind: "redundancy", n: 1 }], rules([]));
  const told = confirmedImport(numbers, "a salt");
  expect(told).toEqual({
    departures: 1,
    invited: 0,
    units: 1,
    numbers: numbersHash(numbers, "a salt"),
  });
  expect(JSON.stringify(told)).not.toMatch(/V1|redundancy/);
  expect(confirmedImport(numbers, "another").numbers).not.toBe(told.numbers);
});

test("an import waits until it is decided, a refusal can be followed by a yes, and a yes is final", () => {
  const refused = { decision: "refused", logged: false };
  const confirmed = { decision: "confirmed", logged: false };
  expect(standingOf([], 4)).toBe("waits");
  expect(standingOf([], 0)).toBe("empty");
  expect(standingOf([refused], 4)).toBe("refused");
  expect(standingOf([refused, confirmed], 4)).toBe("unlogged");
  expect(
    standingOf(
      [confirmed, refused].map((one) => ({ ...one, logged: true })),
      4,
    ),
  ).toBe("confirmed");
  expect(decisionThatHolds([refused, confirmed])).toBe(confirmed);
  expect(decisionThatHolds([])).toBeNull();
});
