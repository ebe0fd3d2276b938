import { describe, expect, test } from "vitest";
import { roundChecks } from "@/lib/rounds/console-checks";
import { roundSteps, type StepBlocker } from "@/lib/rounds/console-steps";
import { roundFinding } from "@/lib/rounds/finding";
import { type Change, factsOf } from "./facts";

const nextOf = (change: Change) => {
  const step = roundSteps(factsOf(change)).find(({ state }) => state === "now");
  return step ? [step.step, step.blockers] : null;
};
const stateOf = (change: Change) =>
  Object.fromEntries(roundSteps(factsOf(change)).map(({ step, state }) => [step, state]));
const finding = (change: Change) => {
  const facts = factsOf(change);
  const now = roundSteps(facts).find(({ state }) => state === "now");
  return roundFinding(facts, now?.blockers ?? []);
};
const publishing = (change: Change): readonly StepBlocker[] =>
  roundSteps(factsOf(change)).find(({ step }) => step === "publish")?.blockers ?? [];

describe("closing", () => {
  test("a quarter cannot be closed on its last day, only the day after", () => {
    expect(nextOf({ today: "2026-09-30" })).toEqual(["close-issuing", ["quarter-not-over"]]);
    expect(finding({ today: "2026-09-30" })).toBe("open");
    expect(nextOf({ today: "2026-10-01" })).toEqual(["close-issuing", []]);
    expect(finding({ today: "2026-10-01" })).toBe("closable");
  });

  test("only the demonstration may close a quarter early, and the page says so", () => {
    expect(nextOf({ today: "2026-08-01", demo: true })).toEqual(["close-issuing", []]);
    expect(finding({ today: "2026-08-01", demo: true })).toBe("openEarly");
  });

  test("a quarter whose next one is not signed cannot be closed: what waits needs somewhere to go", () => {
    const change = { today: "2026-10-01", next: "missing" } as const;
    expect(nextOf(change)).toEqual(["close-issuing", ["next-round-missing"]]);
    expect(finding(change)).toBe("closeBlocked");
  });

  test("the inbox stays open until the time for the last answers is over, to the second", () => {
    const receivingStops = new Date("2026-10-04T10:00:00Z");
    const round = { state: "grace", receivingStops } as const;
    const early = { round, now: new Date("2026-10-04T09:59:59Z") };
    expect(nextOf(early)).toEqual(["stop-receiving", ["grace-not-over"]]);
    expect(finding(early)).toBe("grace");
    expect(nextOf({ round, now: receivingStops })).toEqual(["stop-receiving", []]);
    expect(finding({ round, now: receivingStops })).toBe("stoppable");
  });
});

describe("mixing", () => {
  const closed = { state: "closed", issued: 20 } as const;

  test("a closed quarter with both keys and no more answers than credentials may be mixed", () => {
    const change = { round: closed, received: 20, issuerKeyHere: false };
    expect(nextOf(change)).toEqual(["mix", []]);
    expect(finding(change)).toBe("mixable");
  });

  test("one answer more than credentials, and the page says that none will be opened", () => {
    const change = { round: closed, received: 21, issuerKeyHere: false };
    expect(nextOf(change)).toEqual(["mix", []]);
    expect(finding(change)).toBe("settable");
    expect(publishing(change)).toEqual(["set-aside"]);
  });

  test("a mix waits for an earlier quarter, for the next one's manifest, and for a mix that runs", () => {
    const ready = { round: closed, received: 20 };
    expect(nextOf({ ...ready, earlierUnmixed: true })).toEqual(["mix", ["earlier-round-unmixed"]]);
    expect(nextOf({ ...ready, next: "missing" })).toEqual(["mix", ["next-round-missing"]]);
    expect(nextOf({ ...ready, mixing: true })).toEqual(["mix", ["mix-running"]]);
    expect(finding({ ...ready, mixing: true })).toBe("mixing");
  });

  test("a custodian's missing key stops a mix on one page, but not one on two machines", () => {
    const apart = { round: closed, received: 20, custodianKeysHere: [true, false] } as const;
    expect(nextOf(apart)).toEqual(["mix", []]);
    expect(nextOf({ ...apart, demo: true })).toEqual(["mix", ["custodian-key-missing"]]);
  });
});

const mixed = {
  round: { state: "mixed", issued: 20 },
  received: 19,
  issuerKeyHere: false,
  custodianKeysHere: [false, false],
  custodianKeysGone: true,
} as const;

describe("publishing", () => {
  test("a mixed quarter with destroyed keys, an unbroken log and its own manifest may be published", () => {
    expect(nextOf(mixed)).toEqual(["publish", []]);
    expect(finding(mixed)).toBe("publishable");
    expect(roundChecks(factsOf(mixed)).every(({ state }) => state === "done")).toBe(true);
  });

  test.each([
    ["keys that still exist", { custodianKeysHere: [false, true] }, "custodian-keys"],
    ["the issuer's key", { issuerKeyHere: true }, "issuer-key"],
    ["a manifest that the log does not name", { asLogged: false }, "manifest"],
    ["a broken log", { logHolds: false }, "log"],
    ["headcounts that HR has not imported", { turnoverKnown: false }, "turnover"],
    ["a next quarter that is not signed", { next: "missing" }, "next"],
  ] as const)("%s block publication, and nothing else is said to", (_, change, blocker) => {
    expect(nextOf({ ...mixed, ...change })).toEqual(["publish", [blocker]]);
    expect(finding({ ...mixed, ...change })).toBe("publishBlocked");
  });

  test("a quarter that was set aside is published without its answers, and its keys stay", () => {
    const aside = { ...mixed, round: { state: "set-aside", issued: 20 }, received: 21 } as const;
    const keysKept = { ...aside, custodianKeysHere: [true, true] } as const;
    expect(nextOf(keysKept)).toEqual(["publish", []]);
    expect(finding(keysKept)).toBe("setAside");
    const checks = roundChecks(factsOf(keysKept));
    expect(checks.every(({ state }) => state === "done")).toBe(true);
    expect(checks.map(({ id }) => id)).not.toContain("mixed");
    expect(nextOf({ ...keysKept, published: true })).toBeNull();
  });

  test("from the day of the report it waits for no answers, and goes out once without them", () => {
    const round = { state: "closed", issued: 20 } as const;
    const closed = { round, received: 19, issuerKeyHere: false };
    const before = { ...closed, today: "2026-11-14" } as const;
    const due = { ...closed, today: "2026-11-15", next: "missing" } as const;
    expect(publishing(before)).toEqual(["mixed"]);
    expect([publishing(due), stateOf(due)["publish"], finding(due)]).toEqual([[], "now", "late"]);
    expect(stateOf({ ...due, published: true })["publish"]).toBe("done");
    expect(publishing({ ...due, turnoverKnown: false })).toEqual(["turnover"]);
    expect(publishing({ ...due, received: 21 })).toEqual([]);
  });

  test("a quarter whose keys are lost is published without its answers, and the page says which of the two it is", () => {
    const lost = { ...mixed, round: { state: "set-aside", issued: 20 }, givenUp: true } as const;
    const alone = { ...lost, next: "missing", custodianKeysHere: [true, true] } as const;
    expect(nextOf(alone)).toEqual(["publish", []]);
    expect(finding(alone)).toBe("givenUp");
    const ids = roundChecks(factsOf(alone)).map(({ id }) => id);
    expect(ids).toContain("given-up");
    expect(ids).not.toContain("set-aside");
  });

  test("what stands in the way of publication is told from the first day", () => {
    expect(publishing({})).toEqual(["mixed"]);
    expect(publishing({ next: "missing" })).toEqual(["mixed", "next"]);
  });

  test("keys that the log does not tell are gone are never said to be, and publication does not wait for them", () => {
    const apart = { ...mixed, custodianKeysGone: false };
    const check = roundChecks(factsOf(apart)).find(({ id }) => id === "custodian-keys");
    expect(check?.state).toBe("later");
    expect(nextOf(apart)).toEqual(["publish", []]);
  });

  test("a comment that HR has not written stands in nobody's way", () => {
    const silent = { ...mixed, commented: false };
    expect(roundChecks(factsOf(silent)).find(({ id }) => id === "comment")?.state).toBe("later");
    expect(nextOf(silent)).toEqual(["publish", []]);
  });

  test("a published quarter has nothing left to do", () => {
    expect(nextOf({ ...mixed, published: true })).toBeNull();
    expect(finding({ ...mixed, published: true })).toBe("published");
  });
});

test("a leak that the attack test found is told, and each try at publishing decides anew", () => {
  for (const leak of ["mix", "report"] as const) {
    const checks = roundChecks(factsOf({ ...mixed, leak }));
    expect(checks.find(({ id }) => id === "audit")?.state).toBe("blocks");
    expect(nextOf({ ...mixed, leak })).toEqual(["publish", []]);
  }
  const late = factsOf({ round: { state: "closed" }, today: "2026-11-15", leak: "mix" });
  expect(roundChecks(late).map(({ id }) => id)).toContain("audit");
  const overdue = roundChecks(factsOf({ ...mixed, overdue: true }));
  expect(overdue.filter(({ state }) => state === "blocks")).toEqual([
    { id: "overdue", state: "blocks" },
  ]);
});

test("steps are taken in one order, and what is behind is done", () => {
  expect(stateOf({ round: { state: "planned" } })).toEqual({
    open: "now",
    "close-issuing": "later",
    "stop-receiving": "later",
    mix: "later",
    publish: "later",
  });
  expect(stateOf({ round: { state: "closed" } })).toEqual({
    open: "done",
    "close-issuing": "done",
    "stop-receiving": "done",
    mix: "now",
    publish: "later",
  });
});

test("before receiving has stopped, no check says how many have answered", () => {
  for (const state of ["planned", "issuing", "grace"] as const) {
    const checks = roundChecks(factsOf({ round: { state }, received: null }));
    expect(checks.find(({ id }) => id === "received")?.state).toBe("later");
  }
});

test("comments that wait for a reader are told while they are read, and stand in nobody's way", () => {
  const reading = roundChecks(factsOf({ texts: { first: 0, second: 4 } }));
  expect(reading.find(({ id }) => id === "texts")?.state).toBe("later");
  expect(roundChecks(factsOf({})).map(({ id }) => id)).not.toContain("texts");
});
