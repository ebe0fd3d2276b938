import { describe, expect, test } from "vitest";
import { canonicalJson } from "@/lib/sealing/canonical";
import { entryHash } from "@/lib/transparency/chain";
import { isLogFile, logText } from "@/lib/transparency/log-file";
import { findRemembered, verifyLog } from "@/lib/transparency/verify";
import { manifest, signed, signerKeys } from "../rounds/fixtures";
import { chainOf, downloaded, LIFE, MANIFEST_HASH, ROUND } from "./a-log";

const whole = chainOf(LIFE);
const brokenAt = async (entries: typeof whole, rounds = [ROUND]) =>
  (await verifyLog(downloaded(entries, rounds), { keys: signerKeys })).broken;

/** The log with one line exchanged, and every checksum after it made to fit. */
const rewritten = (place: number, content: Readonly<Record<string, unknown>>) =>
  chainOf(LIFE.map((line, i) => (i === place ? [line[0], { ...line[1], ...content }] : line)));

/** The log with one line's text changed and nothing made to fit. */
const altered = (place: number, change: Partial<(typeof whole)[number]>) =>
  whole.map((entry, i) => (i === place ? { ...entry, ...change } : entry));

describe("a downloaded log", () => {
  test("that is untouched holds: every entry, every manifest, and the last checksum to remember", async () => {
    const seen: number[] = [];
    const verdict = await verifyLog(downloaded(whole), {
      keys: signerKeys,
      onProgress: (done) => void seen.push(done),
    });
    expect(verdict).toEqual({ entries: 7, head: whole.at(-1)?.hash, rounds: 1, broken: null });
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  test("that is empty holds, with nothing to remember", async () => {
    const verdict = await verifyLog(downloaded([], []), { keys: signerKeys });
    expect(verdict).toEqual({ entries: 0, head: null, rounds: 0, broken: null });
  });

  test("is the same bytes for everyone, canonical, and a longer log begins with the same entries", () => {
    const text = logText(whole, [ROUND], signerKeys);
    expect(canonicalJson(JSON.parse(text))).toBe(text);
    const shorter = logText(whole.slice(0, 3), [ROUND], signerKeys);
    const entries = (log: string) => JSON.stringify(JSON.parse(log).entries).slice(0, -1);
    expect(entries(text).startsWith(entries(shorter))).toBe(true);
  });

  test("of another shape is no log", () => {
    expect(isLogFile({ format: "sorti-log/2", entries: [], rounds: [] })).toBe(false);
    expect(isLogFile({ format: "sorti-log/1", entries: [{ seq: 1 }], rounds: [] })).toBe(false);
    expect(isLogFile(null)).toBe(false);
  });
});

describe("the check stops at the line", () => {
  test("that was changed, taken out, doubled or moved", async () => {
    const content = canonicalJson({ ...LIFE[2]?.[1], issued: 19 });
    expect(await brokenAt(altered(2, { content }))).toEqual({ seq: 3, reason: "hash" });
    expect(await brokenAt(whole.toSpliced(2, 1))).toEqual({ seq: 4, reason: "sequence" });
    const twice = whole.flatMap((entry, i) => (i === 1 ? [entry, entry] : [entry]));
    expect(await brokenAt(twice)).toEqual({ seq: 2, reason: "sequence" });
    const day = altered(4, { day: "2026-11-21" });
    expect(await brokenAt(day)).toEqual({ seq: 5, reason: "hash" });
  });

  test("that was changed and given a new checksum, because the next one names the old", async () => {
    const [one, two] = [altered(1, { day: "2026-11-01" }), whole];
    const forged = one.map((entry, i) => (i === 1 ? { ...entry, hash: entryHash(entry) } : entry));
    expect(await brokenAt(forged)).toEqual({ seq: 3, reason: "previous" });
    expect(await brokenAt(two)).toBeNull();
  });

  test("whose content can be read in two ways", async () => {
    const [first] = whole;
    if (!first) throw new Error("no first entry");
    const loose = { ...first, content: '{"quarter": "2026-Q4"}' };
    const forged = [{ ...loose, hash: entryHash(loose) }];
    expect(await brokenAt(forged)).toEqual({ seq: 1, reason: "content" });
  });

  test("whose manifest is missing, another than was logged, or not signed by both custodians", async () => {
    expect(await brokenAt(whole, [])).toEqual({ seq: 1, reason: "manifest-missing" });
    const other = { ...ROUND, ...signed(canonicalJson({ ...manifest, operator: "Någon annan" })) };
    expect(await brokenAt(whole, [other])).toEqual({ seq: 1, reason: "manifest-changed" });
    const [one] = ROUND.signatures;
    const alone: typeof ROUND = { ...ROUND, signatures: [one, one] };
    expect(await brokenAt(whole, [alone])).toEqual({ seq: 1, reason: "manifest-refused" });
    const [first, second] = signerKeys;
    const swapped = await verifyLog(downloaded(whole), { keys: [second, first] });
    expect(swapped.broken).toEqual({ seq: 1, reason: "manifest-refused" });
  });

  test("whose numbers do not add up: more received than issued, or answers that came from nowhere", async () => {
    expect(await brokenAt(rewritten(5, { received: 21, counted: 19 }))).toEqual({
      seq: 6,
      reason: "counts",
    });
    expect(await brokenAt(rewritten(5, { counted: 13 }))).toEqual({ seq: 6, reason: "counts" });
    expect(await brokenAt(rewritten(5, { counted: 11 }))).toEqual({ seq: 6, reason: "counts" });
    expect(await brokenAt(rewritten(2, { issued: -1 }))).toEqual({ seq: 3, reason: "counts" });
  });

  test("that takes a step before its time: mixed before receiving stopped, or opened twice", async () => {
    const early = chainOf(LIFE.filter(([kind]) => kind !== "receiving-stopped"));
    expect(await brokenAt(early)).toEqual({ seq: 5, reason: "order" });
    const [planned, opened] = LIFE;
    if (!planned || !opened) throw new Error("no life");
    expect(await brokenAt(chainOf([planned, opened, opened]))).toEqual({ seq: 3, reason: "order" });
    expect(await brokenAt(chainOf([planned, planned]))).toEqual({ seq: 2, reason: "order" });
  });
});

describe("a quarter that ends on its last day or before", () => {
  const [planned, opened] = LIFE;
  if (!planned || !opened) throw new Error("no life");
  const { quarter } = manifest;
  const change = { number: 1, what: "early-close", quarter, reason: "Nycklarna byts" };
  const stopped = (early?: unknown) =>
    ["issuing-stopped", { quarter, issued: 20, ...(early ? { early } : {}) }] as const;
  const on = (day: string, ...more: Parameters<typeof chainOf>[0]) =>
    brokenAt(chainOf([planned, opened, ...more], day));
  const by = (number: number) => ({ change: number, agreed: ["operator", "auditor"] });
  const LAST = manifest.issuingStops;

  test("breaks the log unless two people had agreed to just that before", async () => {
    const [proposed, confirmed] = [
      ["change-proposed", change] as const,
      ["change-confirmed", change] as const,
    ];
    expect(await on(LAST, stopped())).toEqual({ seq: 3, reason: "early" });
    expect(await on(LAST, stopped(by(1)))).toEqual({ seq: 3, reason: "early" });
    expect(await on(LAST, proposed, stopped(by(1)))).toEqual({ seq: 4, reason: "early" });
    expect(await on(LAST, confirmed, stopped(by(1)))).toEqual({ seq: 4, reason: "early" });
    expect(await on(LAST, proposed, confirmed, stopped())).toEqual({ seq: 5, reason: "early" });
    expect(await on(LAST, proposed, confirmed, stopped(by(1)))).toBeNull();
    const other = { ...change, quarter: "2027-Q1" };
    const wrong = [["change-proposed", other] as const, ["change-confirmed", other] as const];
    expect(await on(LAST, ...wrong, stopped(by(1)))).toEqual({ seq: 5, reason: "early" });
  });

  test("holds where the log itself says that it is a demonstration, and the day after without a word", async () => {
    expect(await on(LAST, stopped("demonstration"))).toBeNull();
    expect(await on("2026-10-01", stopped())).toBeNull();
  });
});

describe("what somebody kept", () => {
  test("a line's checksum from an earlier visit is found again, also typed with spaces and capitals", () => {
    const kept = whole[3]?.hash ?? "";
    expect(findRemembered(whole, kept)).toEqual({ kind: "entry", seq: 4 });
    const typed = kept.toUpperCase().replaceAll(/(.{4})/g, "$1 ");
    expect(findRemembered(whole, typed)).toEqual({ kind: "entry", seq: 4 });
  });

  test("the manifest hash in a mail leads to the line that planned the quarter", () => {
    expect(findRemembered(whole, MANIFEST_HASH)).toEqual({
      kind: "manifest",
      seq: 1,
      quarter: manifest.quarter,
    });
  });

  test("a line that was cut off at the end is missed by whoever kept its checksum", async () => {
    const kept = whole.at(-1)?.hash ?? "";
    const cut = whole.slice(0, -1);
    expect((await verifyLog(downloaded(cut), { keys: signerKeys })).broken).toBeNull();
    expect(findRemembered(cut, kept)).toBeNull();
  });
});
