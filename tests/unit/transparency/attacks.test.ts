import { expect, test } from "vitest";
import { dueAfterMix, loggedAttacks, worthLogging } from "@/lib/attack/due";
import { type AttackRecord, readRecord, recordOf } from "@/lib/attack/record";
import { type Attack, NoRights, runAttacks } from "@/lib/attack/report";
import { canonicalJson } from "@/lib/sealing/canonical";
import { chainOf, LIFE } from "./a-log";

const quarter = "2026-Q3";
const versions = { sorti: "0.1.0" };
const record: AttackRecord = { quarter, occasion: "mix", held: true, results: [], versions };
const custodians = ["key-destroyed", { quarter, of: "custodians" }] as const;
const mixed = [...LIFE, custodians];

const saw = (attack: string, run: Attack["run"]): Attack => ({ attack, measured: "x", run });

test("an attack that may not look, or does not work, stops none of the others and is told", async () => {
  const leak = { attack: "b", sentence: "/srv/keys/secret holds an answer." };
  const report = await runAttacks([
    saw("a", () => Promise.reject(new NoRights())),
    saw("b", async () => ({ leaks: [leak], figures: { mean: 1.23456 } })),
    saw("c", async () => ({ leaks: [] })),
    saw("d", () => Promise.reject(new Error("gone"))),
  ]);
  expect(report.held).toBe(false);
  expect(report.findings.map(({ outcome }) => outcome)).toEqual([
    "no-rights",
    "leaked",
    "held",
    "failed",
  ]);
});

test("only what could be run decides: no rights is no leak, but an attack that fails is no pass", async () => {
  const denied = saw("a", () => Promise.reject(new NoRights()));
  expect((await runAttacks([denied])).held).toBe(true);
  const failed = saw("b", () => Promise.reject(new Error("gone")));
  expect((await runAttacks([denied, failed])).held).toBe(false);
});

test("the log gets figures and counts, and no sentence that could name a file or a person", async () => {
  const leak = { attack: "files", sentence: "/srv/keys/secret holds an answer." };
  const report = await runAttacks([
    saw("files", async () => ({ leaks: [leak], figures: { mean: 1.23456 } })),
  ]);
  const logged = canonicalJson(recordOf(report, { quarter, occasion: "mix", versions }));
  expect(logged).not.toContain("/srv");
  const results = [{ attack: "files", outcome: "leaked", leaks: 1, figures: { mean: 1.235 } }];
  expect(readRecord(logged)).toEqual({ ...record, held: false, results });
});

test("how long it took stands in the log where it was measured", async () => {
  const report = { ...(await runAttacks([])), seconds: 7 };
  const logged = canonicalJson(recordOf(report, { quarter, occasion: "mix", versions }));
  expect(readRecord(logged)).toEqual({ ...record, seconds: 7 });
  expect(readRecord(canonicalJson({ ...record, seconds: -1 }))).toBeNull();
});

test("a quarter is due when it is mixed and its keys are gone, and once only", () => {
  expect(dueAfterMix(chainOf(LIFE))).toBeNull();
  expect(dueAfterMix(chainOf(mixed))).toBe(quarter);
  expect(dueAfterMix(chainOf([...mixed, ["self-attack", record]]))).toBeNull();
  const asked: AttackRecord = { ...record, occasion: "command" };
  expect(dueAfterMix(chainOf([...mixed, ["self-attack", asked]]))).toBe(quarter);
});

test("where each custodian has a machine, a quarter is due when the second key is gone", () => {
  const gone = (of: string) => ["key-destroyed", { quarter, of }] as const;
  expect(dueAfterMix(chainOf([...LIFE, gone("custodian1")]))).toBeNull();
  const both = [...LIFE, gone("custodian1"), gone("custodian2")] as const;
  expect(dueAfterMix(chainOf(both))).toBe(quarter);
  expect(dueAfterMix(chainOf([...both, ["self-attack", record]]))).toBeNull();
});

test("a night is told when it differs from the last line, or a week has passed", () => {
  const night: AttackRecord = { ...record, occasion: "night" };
  const [last] = loggedAttacks(chainOf([["self-attack", record]]));
  expect(last?.day).toBe("2026-11-22");
  expect(worthLogging(night, last, "2026-11-28")).toBe(false);
  expect(worthLogging(night, last, "2026-11-29")).toBe(true);
  expect(worthLogging({ ...night, held: false }, last, "2026-11-23")).toBe(true);
  expect(worthLogging(night, undefined, "2026-11-23")).toBe(true);
});

test("a line that is no attack is passed over", () => {
  expect(readRecord("{}")).toBeNull();
  expect(readRecord("not json")).toBeNull();
  expect(loggedAttacks(chainOf([...LIFE, ["self-attack", { held: true }]]))).toEqual([]);
});
