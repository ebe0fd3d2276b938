import { describe, expect, it } from "vitest";
import {
  aboutMean,
  aboutPeople,
  aboutShare,
  optionCount,
  optionShare,
  shareSd,
} from "@/lib/disclosure/cell-figures";
import { INDICATORS } from "@/lib/disclosure/indicators";
import { alphaFor } from "@/lib/disclosure/noise";
import { cellsWithin, smallestPicture, sumCells } from "@/lib/disclosure/picture";
import { promiseNumbers } from "@/lib/disclosure/promise";
import { NO_ANSWER } from "@/lib/disclosure/release";
import { cell, option, rules } from "./small-survey";

const one = (options: Record<string, number>, n = 30) =>
  sumCells([cell({ q: { options } }, { n })]);

describe("figures of a picture", () => {
  it("are about, and rounded to five", () => {
    expect(aboutPeople(one({}, 33))).toEqual({ kind: "about", n: 35 });
    expect(optionCount(one({ load: 12 }), "q", option("load"))).toEqual({ kind: "about", n: 10 });
    expect(optionShare(one({ load: 12 }), "q", option("load"))).toEqual({ kind: "about", n: 40 });
  });

  it("are about zero when noise went below zero, and never over a hundred", () => {
    expect(optionCount(one({ load: -3 }), "q", option("load"))).toEqual({ kind: "about", n: 0 });
    expect(optionShare(one({ load: -3 }), "q", option("load"))).toEqual({ kind: "about", n: 0 });
    expect(optionShare(one({ load: 34 }), "q", option("load"))).toEqual({ kind: "about", n: 100 });
  });

  it("are shares of those who answered", () => {
    expect(optionShare(one({ load: 10, [NO_ANSWER]: 10 }), "q", option("load"))).toEqual({
      kind: "about",
      n: 50,
    });
    expect(optionShare(one({ load: 2, [NO_ANSWER]: 27 }), "q", option("load"))).toEqual({
      kind: "withheld",
      reason: "item-too-few",
    });
  });

  it("give a scale's mean to one decimal, inside the scale", () => {
    const scale = (...counts: number[]) =>
      one(Object.fromEntries(counts.map((n, index) => [index + 1, n])));
    expect(aboutMean(scale(2, 4, 8, 10, 6), "q")).toEqual({ kind: "about", n: 3.5 });
    expect(aboutMean(scale(-4, 0, 0, 0, 30), "q")).toEqual({ kind: "about", n: 5 });
    expect(aboutMean(scale(1, 0, 0, 0, 2), "q")).toEqual({
      kind: "withheld",
      reason: "item-too-few",
    });
  });

  it("hold a harsh reason back until its noised count is ten", () => {
    const harsh = option("bullying", { sensitive: true });
    expect(optionCount(one({ bullying: 9 }), "q", harsh)).toEqual({
      kind: "withheld",
      reason: "rare-reason",
    });
    expect(optionShare(one({ bullying: 9 }), "q", harsh)).toEqual({
      kind: "withheld",
      reason: "rare-reason",
    });
    expect(optionCount(one({ bullying: 10 }), "q", harsh)).toEqual({ kind: "about", n: 10 });
  });

  it("are withheld where no picture has formed", () => {
    const none = sumCells([]);
    const withheld = { kind: "withheld", reason: "no-cell" };
    expect(aboutPeople(none)).toEqual(withheld);
    expect(aboutMean(none, "q")).toEqual(withheld);
    expect(optionCount(none, "q", option("load"))).toEqual(withheld);
    expect(optionShare(none, "q", option("load"))).toEqual(withheld);
    expect(aboutShare(none, INDICATORS.avoidable)).toEqual(withheld);
  });
});

describe("shares that reports speak of", () => {
  const classes = (item: string, counts: Record<string, number>) =>
    sumCells([cell({ [item]: { options: {}, classes: counts } }, { n: 40 })]);

  it("count avoidable reasons among all who gave one", () => {
    const picture = classes("B1", { avoidable: 15, natural: 15, [NO_ANSWER]: 10 });
    expect(aboutShare(picture, INDICATORS.avoidable)).toEqual({ kind: "about", n: 50 });
  });

  it("count silence among those who had an exit talk", () => {
    const picture = classes("D4", { as_open: 5, less_open: 15, no_talk: 15, [NO_ANSWER]: 5 });
    expect(aboutShare(picture, INDICATORS.silence)).toEqual({ kind: "about", n: 75 });
  });

  it("count the unheard among those who had something to raise", () => {
    const picture = classes("D3", { raised_changed: 15, unheard: 5, nothing_to_raise: 20 });
    expect(aboutShare(picture, INDICATORS.unheard)).toEqual({ kind: "about", n: 25 });
  });
});

describe("sums of pictures", () => {
  it("add noised counts as they are, so that rare reasons are not lifted", () => {
    const sum = sumCells([cell({ q: { options: { a: -2 } } }), cell({ q: { options: { a: 4 } } })]);
    expect(sum).toMatchObject({ n: 60, cells: 2, items: { q: { options: { a: 2 }, n: 60 } } });
  });

  it("know how many people a question was put to", () => {
    const sum = sumCells([cell({ q: { options: {} } }), cell({ r: { options: {} } }, { n: 40 })]);
    expect([sum.items["q"]?.n, sum.items["r"]?.n, sum.items["r"]?.cells]).toEqual([30, 40, 1]);
  });

  it("never add background to answers: they are the same people", () => {
    const cells = [cell({}), cell({}, { slice: "background" })];
    expect(sumCells(cells).n).toBe(30);
    expect(sumCells(cells, "background").n).toBe(30);
  });
});

describe("the smallest picture of a unit", () => {
  const { tree } = rules();
  const unitB = cell({}, { node: "unit:B" });
  const north = cell({}, { node: "group:north" });
  const region = cell({});

  it("is the lowest node from the unit upwards that has formed", () => {
    expect(smallestPicture([unitB, north, region], "B", tree, "leaver")?.node).toBe("unit:B");
    expect(smallestPicture([unitB, north, region], "A", tree, "leaver")).toEqual({
      node: "group:north",
      cells: [unitB, north],
    });
    expect(smallestPicture([unitB, north, region], "C", tree, "leaver")).toEqual({
      node: "region",
      cells: [unitB, north, region],
    });
  });

  it("is not a neighbour's own", () => {
    expect(smallestPicture([unitB], "A", tree, "leaver")).toBeNull();
    expect(smallestPicture([north], "A", tree, "retiree")).toBeNull();
  });

  it("holds everything under its node", () => {
    expect(cellsWithin([unitB, north, region], "group:north", tree)).toEqual([unitB, north]);
    expect(cellsWithin([unitB, north, region], "group:south", tree)).toEqual([]);
  });
});

describe("the width of the noise", () => {
  it("is about 8 points in one picture of 30 people, 4 in 60 and 2 in 130", () => {
    const points = [30, 60, 130].map((n) => Math.round(shareSd(n, 1, alphaFor(1))));
    expect(points).toEqual([8, 4, 2]);
  });

  it("is about 1.7 times as wide for items with a class map", () => {
    expect(shareSd(30, 1, alphaFor(2)) / shareSd(30, 1, alphaFor(1))).toBeCloseTo(1.7, 1);
  });

  it("grows in counts with the root of the number of pictures", () => {
    const counts = (cells: number) => 30 * cells * shareSd(30 * cells, cells, alphaFor(1));
    expect(counts(400) / counts(100)).toBeCloseTo(2, 2);
  });
});

describe("the promise", () => {
  it("has its numbers from the round's limits, and speaks of colleagues only with an insider assumed", () => {
    expect(promiseNumbers({ k: 8, c: 1 })).toEqual({
      atom: 8,
      item: 6,
      cell: 30,
      rareReason: 10,
      text: 10,
      colleague: true,
      odds: 4,
    });
    expect(promiseNumbers({ k: 5, c: 0 })).toMatchObject({ atom: 5, colleague: false });
  });
});
