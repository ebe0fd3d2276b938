import { expect, test } from "vitest";
import { whyNotClosable } from "@/lib/cli/closable";

const ROUND = {
  quarter: "2026-Q3",
  state: "issuing",
  receivingStops: null,
  issued: null,
  manifest: { issuingStops: "2026-09-30", publishes: "2026-11-15" },
} as const;

const ORDINARY = { demo: false, endsEarly: false };
const DEMO = { demo: true, endsEarly: false };

const GOES_ON =
  "2026-Q3 goes on through 2026-09-30, as its signed manifest promises. Run this command again the day after; to end it earlier takes two people: sorti change propose --close 2026-Q3. Nothing was changed.";

test.each([
  ["in the middle of the quarter", "2026-08-15T10:00:00Z", GOES_ON],
  ["late on its last evening in Sweden", "2026-09-30T21:59:59Z", GOES_ON],
  ["when the day after has begun in Sweden", "2026-09-30T22:00:00Z", null],
])("issuing cannot be stopped before the promised day is over: %s", (_, moment, said) => {
  expect(whyNotClosable(ROUND, ORDINARY, new Date(moment))).toBe(said);
});

test.each([
  ["the demonstration may end its quarter early", DEMO],
  ["two people who have agreed may end a quarter early", { demo: false, endsEarly: true }],
])("%s", (_, may) => {
  expect(whyNotClosable(ROUND, may, new Date("2026-08-15T10:00:00Z"))).toBeNull();
});

test("a quarter that is closed or mixed already is said to be so", () => {
  const now = new Date("2026-10-10T10:00:00Z");
  expect(whyNotClosable({ ...ROUND, state: "closed" }, ORDINARY, now)).toBe(
    "2026-Q3 is closed already. Nothing was changed. Next, custodian 2: sorti round peel 2026-Q3 --out FILE",
  );
  expect(whyNotClosable({ ...ROUND, state: "mixed" }, DEMO, now)).toBe(
    "2026-Q3 is mixed already. Nothing was changed.",
  );
});

test("the second step is left to its own rule about the grace period", () => {
  const grace = { ...ROUND, state: "grace", receivingStops: new Date("2026-10-04T00:00:00Z") };
  const now = new Date("2026-10-02T10:00:00Z");
  expect(whyNotClosable({ ...grace, state: "grace" }, ORDINARY, now)).toBeNull();
});
