import { expect, test } from "vitest";
import { nextHappening } from "@/lib/demo/happening";
import { shiftQuarter } from "@/lib/quarters/quarter";
import { calendarOf } from "@/lib/rounds/calendar";
import type { RoundState } from "@/lib/rounds/state";

const Q4 = "2026-Q4" as const;
const Q1 = shiftQuarter(Q4, 1);

function round(quarter: typeof Q4 | typeof Q1, state: RoundState, stops: string | null = null) {
  const { issuingStops, publishes } = calendarOf(quarter);
  const receivingStops = stops === null ? null : new Date(`${stops}T11:00:00Z`);
  return { quarter, state, issuingStops, publishes, receivingStops };
}

const none = new Set<typeof Q4>();

test("an open quarter closes the day after its last", () => {
  const rounds = [round(Q4, "issuing"), round(Q1, "planned")];
  expect(nextHappening(rounds, none, "2026-11-22")).toEqual({
    ...{ kind: "close", quarter: Q4, day: "2027-01-01" },
  });
});

test("a closed quarter is counted when its last answers have arrived", () => {
  const rounds = [round(Q4, "grace", "2027-01-04"), round(Q1, "issuing")];
  expect(nextHappening(rounds, none, "2027-01-01")).toEqual({
    ...{ kind: "count", quarter: Q4, day: "2027-01-04" },
  });
});

test("a counted quarter’s report goes out on its day, before the next quarter closes", () => {
  const rounds = [round(Q4, "mixed", "2027-01-04"), round(Q1, "issuing")];
  expect(nextHappening(rounds, none, "2027-01-04")).toEqual({
    ...{ kind: "report", quarter: Q4, day: "2027-02-15" },
  });
  expect(nextHappening(rounds, new Set([Q4]), "2027-02-15")?.kind).toBe("close");
});

test("what should have happened already happens today: the calendar never goes back", () => {
  const rounds = [round(Q4, "closed", "2026-11-22"), round(Q1, "issuing")];
  expect(nextHappening(rounds, none, "2027-03-01")?.day).toBe("2027-03-01");
});

test("where no quarter is open the calendar brings nothing", () => {
  expect(nextHappening([round(Q4, "planned")], none, "2026-11-22")).toBeNull();
  expect(nextHappening([], none, "2026-11-22")).toBeNull();
});
