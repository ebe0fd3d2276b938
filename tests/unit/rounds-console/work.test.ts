import { expect, test } from "vitest";
import { MIX_LIST, mixStepsDone } from "@/lib/rounds/console-mix";
import { roundAtWork } from "@/lib/rounds/console-steps";
import type { RoundState } from "@/lib/rounds/state";
import { type Change, factsOf } from "./facts";

const rounds = (...states: RoundState[]) =>
  states.map((state, i) => ({ quarter: `2026-Q${(i + 1) as 1 | 2 | 3 | 4}` as const, state }));
const atWork = (states: RoundState[], published: "2026-Q1"[] | "2026-Q2"[] = []) =>
  roundAtWork(rounds(...states), new Set(published))?.quarter ?? null;

test("the console shows the quarter that needs a hand first", () => {
  expect(atWork([])).toBeNull();
  expect(atWork(["planned", "planned"])).toBe("2026-Q1");
  expect(atWork(["issuing", "planned"])).toBe("2026-Q1");
  expect(atWork(["grace", "issuing"])).toBe("2026-Q1");
  expect(atWork(["closed", "grace", "issuing"])).toBe("2026-Q1");
  expect(atWork(["mixed", "closed", "issuing"])).toBe("2026-Q2");
});

test("a mixed quarter stays in front until its report is out", () => {
  expect(atWork(["mixed", "issuing"])).toBe("2026-Q1");
  expect(atWork(["mixed", "issuing"], ["2026-Q1"])).toBe("2026-Q2");
  expect(atWork(["mixed", "mixed", "issuing"], ["2026-Q2"])).toBe("2026-Q3");
});

const stepAt = (change: Change, running: string | null = null) => {
  const done = mixStepsDone(factsOf(change), running);
  return MIX_LIST[done] ?? "all done";
};

test("the list of steps follows the quarter, and then the mix as it goes", () => {
  const closed = { round: { state: "closed" } } as const;
  expect(stepAt({})).toBe("issuing");
  expect(stepAt({ round: { state: "grace" } })).toBe("receiving");
  expect(stepAt(closed)).toBe("unlock");
  expect(stepAt(closed, "peel")).toBe("peel");
  expect(stepAt(closed, "open")).toBe("open");
  expect(stepAt(closed, "write")).toBe("write");
});

test("after the mix only the keys are left, and then nothing", () => {
  const round = { state: "mixed" } as const;
  expect(stepAt({ round })).toBe("destroy");
  const custodianKeysHere = [false, false] as const;
  expect(stepAt({ round, custodianKeysHere, custodianKeysGone: true })).toBe("all done");
});

test("a key on the other custodian's machine keeps the last step until the log tells that it is gone", () => {
  const round = { state: "mixed" } as const;
  const custodianKeysHere = [false, false] as const;
  expect(stepAt({ round, custodianKeysHere })).toBe("destroy");
  expect(stepAt({ round, custodianKeysHere: [true, false], custodianKeysGone: true })).toBe(
    "destroy",
  );
});

test("a mix that was interrupted has changed nothing, so the list stands where it began", () => {
  expect(stepAt({ round: { state: "closed" } }, null)).toBe("unlock");
});
