import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Departure, departureOf } from "@/lib/departures/departure";
import { DEPARTURE_KINDS } from "@/lib/departures/kind";
import { numbersToConfirm, planDepartures, showDeparture } from "@/lib/departures/plan";
import type { DepartureRow } from "@/lib/departures/row";
import { contradict } from "@/lib/departures/same";
import { isEmpty, type Plan, planSummary } from "@/lib/imports/plan";

const setting = { pseudonym: (ref: string) => `p-${ref}`, today: "2026-10-01" };
const row = (employeeRef: string, change: Partial<DepartureRow> = {}): DepartureRow => ({
  employeeRef,
  unitCode: "A",
  lastDay: "2026-10-31",
  kind: "resignation",
  email: `${employeeRef}@region.se`,
  privateEmail: null,
  language: "sv",
  delivery: "mail",
  protected: false,
  staffGroup: "",
  ...change,
});
const stored = (...rows: DepartureRow[]) => rows.map((r) => departureOf(r, setting));

function applied(before: readonly Departure[], plan: Plan<Departure>): Departure[] {
  const gone = new Set([...plan.removed, ...plan.changed.map((change) => change.before)]);
  const kept = before.filter((departure) => !gone.has(departure));
  return [...kept, ...plan.changed.map(({ after }) => after), ...plan.added];
}

describe("what is stored of a departure", () => {
  test("is a pseudonym, never the employer's reference", () => {
    const departure = departureOf(row("1"), setting);
    expect(departure).toEqual({
      pseudonym: "p-1",
      unitCode: "A",
      lastDay: "2026-10-31",
      kind: "resignation",
      email: "1@region.se",
      privateEmail: null,
      language: "sv",
      delivery: "mail",
      protected: false,
      staffGroup: "",
    });
  });

  test("has no address 60 days after the last day", () => {
    const emails = ["2026-08-02", "2026-08-01"].map(
      (lastDay) => departureOf(row("1", { lastDay, privateEmail: "x@example.se" }), setting).email,
    );
    expect(emails).toEqual(["1@region.se", null]);
    const old = departureOf(row("1", { lastDay: "2026-08-01", language: "en" }), setting);
    expect([old.privateEmail, old.language, old.delivery]).toEqual([null, "sv", "none"]);
  });

  test("has no address for those who get no mail: protected identity, death, letter, none", () => {
    const changes: Partial<DepartureRow>[] = [
      { protected: true },
      { kind: "death" },
      { delivery: "letter" },
      { delivery: "none" },
    ];
    const emails = changes.map((change) => departureOf(row("1", change), setting).email);
    expect(emails).toEqual([null, null, null, null]);
  });
});

describe("the plan of a departures file", () => {
  test("a moved last day, another unit or kind is a change of the same departure", () => {
    const before = stored(row("1"));
    const file = [row("1", { lastDay: "2026-12-31", unitCode: "B", kind: "retirement" })];
    const plan = planDepartures(before, file, setting);
    expect(plan.changed.map(({ fields }) => fields)).toEqual([["unitCode", "lastDay", "kind"]]);
    expect([plan.added, plan.removed]).toEqual([[], []]);
  });

  test("a cancelled resignation is listed as removed, where the file covers its unit and month", () => {
    const before = stored(
      row("1"),
      row("2"),
      row("3", { unitCode: "B" }),
      row("4", { lastDay: "2026-11-30" }),
    );
    const plan = planDepartures(before, [row("1")], setting);
    expect(plan.removed.map(({ pseudonym }) => pseudonym)).toEqual(["p-2"]);
  });

  test("a file from before the purge changes nothing after it and brings no address back", () => {
    const file = [row("1", { lastDay: "2026-06-30" })];
    const purged = { ...stored(...file)[0], lastDay: "2026-06-01", language: "" } as Departure;
    expect(isEmpty(planDepartures([purged], file, setting))).toBe(true);
  });

  test("is empty when the same file comes again", () => {
    const anyRow = fc
      .record({
        ref: fc.constantFrom("1", "2", "3", "4", "5"),
        unitCode: fc.constantFrom("A", "B"),
        lastDay: fc.constantFrom("2026-01-31", "2026-08-01", "2026-08-31", "2026-12-31"),
        kind: fc.constantFrom(...DEPARTURE_KINDS),
        delivery: fc.constantFrom("mail", "letter", "none"),
        language: fc.constantFrom("sv", "en"),
        protected: fc.boolean(),
      })
      .map(({ ref, ...change }) => row(ref, change));
    const rows = fc
      .array(anyRow)
      .map((all) =>
        all.filter(
          (one, i) =>
            !all.slice(0, i).some((b) => b.employeeRef === one.employeeRef && contradict(b, one)),
        ),
      );
    fc.assert(
      fc.property(rows, rows, (earlier, file) => {
        const before = stored(...earlier);
        const after = applied(before, planDepartures(before, file, setting));
        expect(isEmpty(planDepartures(after, file, setting))).toBe(true);
      }),
    );
  });

  test("in short shows neither address nor pseudonym", () => {
    const plan = planDepartures(
      stored(row("1"), row("2")),
      [row("2", { email: "n@x.se" })],
      setting,
    );
    const text = JSON.stringify(planSummary(plan, showDeparture));
    expect(text).not.toMatch(/@|p-/);
    expect(text).toContain('"fields":["email"]');
  });
});

test("the numbers to confirm are counted per unit and kind", () => {
  const before = stored(row("1"), row("2"), row("3"));
  const file = [
    row("1", { kind: "retirement" }),
    row("2", { language: "en" }),
    row("4", { unitCode: "B" }),
    row("5", { unitCode: "B" }),
  ];
  expect(numbersToConfirm(planDepartures(before, file, setting))).toEqual([
    { unitCode: "A", kind: "resignation", added: 0, removed: 2 },
    { unitCode: "A", kind: "retirement", added: 1, removed: 0 },
    { unitCode: "B", kind: "resignation", added: 2, removed: 0 },
  ]);
});

test("a file that speaks again of a month whose pseudonyms are disposed of changes nothing there", () => {
  const rows = [row("1", { lastDay: "2020-03-15" }), row("2", { lastDay: "2026-03-15" })];
  const [old, recent] = stored(...rows);
  const nameless = { ...(old as Departure), pseudonym: "nobody 7", lastDay: "2020-03-01" };
  const plan = planDepartures([nameless, recent as Departure], rows, setting);
  expect(isEmpty(plan)).toBe(true);
  const other = planDepartures([nameless], [row("3", { lastDay: "2020-04-15" })], setting);
  expect([other.added.length, other.removed.length]).toEqual([1, 0]);
});
