import { expect, test } from "vitest";
import { agedTexts } from "@/lib/disclosure/aging-texts";
import { geometricNoise } from "@/lib/disclosure/noise";
import { joinedTexts, mayBeRead } from "@/lib/disclosure/texts";
import { NO_TEXT, themeTable } from "@/lib/disclosure/theme-table";
import { readWaitingTexts, type TextPool, textsToSeal } from "@/lib/disclosure/waiting-texts";
import { tossed } from "./attacks/dice";
import { rules, SILENT } from "./small-survey";

const written = (n: number) => Array.from({ length: n }, (_, i) => ({ why: `text ${i}` }));
const pool = (n: number, silent: number, rest: Partial<TextPool> = {}): TextPool => ({
  node: "group:north",
  series: "leaver",
  from: "2026-Q1",
  silent,
  texts: written(n),
  ...rest,
});

test("a group is read when ten have written among thirty who could, and not before", () => {
  expect([pool(10, 20), pool(30, 0)].map(mayBeRead)).toEqual([true, true]);
  expect([pool(9, 90), pool(10, 19), pool(12, 17)].map(mayBeRead)).toEqual([false, false, false]);
});

test("quarter by quarter the texts of a group and those who were silent are added up, in no order of arrival", () => {
  const texts = [{ why: "b" }, { why: "a" }];
  const [joined, ...others] = joinedTexts(
    [pool(0, 3, { from: "2026-Q2", texts }), pool(0, 5, { texts: [{ why: "c" }] })],
    rules({ quarter: "2026-Q3" }),
  );
  expect(joined).toMatchObject({ node: "group:north", from: "2026-Q1", silent: 8 });
  expect(joined?.texts).toEqual([{ why: "a" }, { why: "b" }, { why: "c" }]);
  expect(others).toEqual([]);
});

test("leavers, retirees and movers are never read together, and a group that is not pictured any more waits at the region", () => {
  const pools = [pool(1, 1), pool(1, 1, { series: "retiree" }), pool(1, 1, { node: "group:gone" })];
  const joined = joinedTexts(pools, rules({}));
  expect(joined.map(({ node, series }) => `${node} ${series}`)).toEqual([
    "group:north leaver",
    "group:north retiree",
    "region leaver",
  ]);
});

test("texts that a group has not filled in a year wait on at the region, and those that may be read stay", () => {
  const aged = (quarter: "2026-Q4" | "2027-Q1", ...pools: readonly TextPool[]) =>
    agedTexts(pools, rules({ quarter })).waiting.map(({ node, from, silent, texts }) => {
      return `${node} ${from} ${texts.length} of ${texts.length + silent}`;
    });
  expect(aged("2026-Q4", pool(9, 90))).toEqual(["group:north 2026-Q1 9 of 99"]);
  expect(aged("2027-Q1", pool(9, 90))).toEqual(["region 2026-Q1 9 of 99"]);
  expect(aged("2027-Q1", pool(10, 20))).toEqual(["group:north 2026-Q1 10 of 30"]);
  const filled = [pool(9, 20), pool(1, 0, { from: "2027-Q1" })];
  expect(aged("2027-Q1", ...filled)).toEqual(["group:north 2026-Q1 10 of 30"]);
  const region = pool(2, 0, { node: "region", from: "2026-Q3" });
  expect(aged("2027-Q1", pool(9, 20), region)).toEqual(["region 2026-Q1 11 of 31"]);
});

test("texts that nobody could read in twenty quarters are destroyed, and how many is told", () => {
  const old = pool(9, 90, { node: "region" });
  const young = pool(3, 1, { node: "region", series: "retiree", from: "2030-Q4" });
  const at = (quarter: "2030-Q4" | "2031-Q1") => agedTexts([old, young], rules({ quarter }));
  expect(at("2030-Q4")).toMatchObject({ waiting: [{}, {}], destroyed: 0 });
  expect(at("2031-Q1")).toEqual({ waiting: [young], destroyed: 9 });
});

test("what was sealed before is still read: nobody's text is lost, and who was silent then counts as nobody", () => {
  const before = [{ node: "region", series: "leaver", texts: { why: "a" } }];
  expect(readWaitingTexts(before, "2026-Q1")).toEqual([
    { node: "region", series: "leaver", from: "2026-Q1", silent: 0, texts: [{ why: "a" }] },
  ]);
  expect(readWaitingTexts(textsToSeal([pool(2, 1)]), "2026-Q4")).toEqual([pool(2, 1)]);
  expect(() => readWaitingTexts({ version: 3, pools: [] }, "2026-Q1")).toThrow();
  expect(() =>
    readWaitingTexts([{ node: "unit:A", series: "leaver", texts: {} }], "2026-Q1"),
  ).toThrow();
});

const { node, series, from } = pool(0, 0);
const coded = { node, series, from, to: "2026-Q2", silent: 20 } as const;
const BOOK = ["pay", "hours", "nothing"];

test("people are counted by theme, those who wrote nothing beside them", () => {
  const codes = [["pay"], ["pay", "hours"], ["nothing"]];
  const table = themeTable({ ...coded, coded: codes }, BOOK, SILENT);
  expect(table).toEqual({
    ...{ node, series, from, to: "2026-Q2", n: 23 },
    counts: { pay: 2, hours: 1, nothing: 1, [NO_TEXT]: 20 },
  });
});

test("a comment has one to three different themes of the book", () => {
  const wrong = [[], ["pay", "hours", "nothing", "more"], ["pay", "pay"], ["weather"], [NO_TEXT]];
  for (const codes of wrong) {
    expect(() => themeTable({ ...coded, coded: [codes] }, BOOK, SILENT)).toThrow(RangeError);
  }
});

test("the noise of a theme is as wide as three choices make it, and every theme has some, also one nobody named", () => {
  const asked: number[] = [];
  themeTable({ ...coded, coded: [["pay"]] }, BOOK, (alpha) => asked.push(alpha) * 0);
  expect(asked).toEqual([1, 2, 3, 4].map(() => 2 ** (-1 / 3)));
  const noise = geometricNoise(tossed("themes"));
  const drawn = Array.from({ length: 400 }, () => themeTable({ ...coded, coded: [] }, BOOK, noise));
  const empty = drawn.map(({ counts }) => counts["pay"] ?? 0);
  // The variance is 2α/(1 − α)² = 37; of 400 draws it lies between 24 and 55 but for one seed in ten thousand.
  const variance = empty.reduce((sum, n) => sum + n * n, 0) / empty.length;
  expect(variance).toBeGreaterThan(24);
  expect(variance).toBeLessThan(55);
});
