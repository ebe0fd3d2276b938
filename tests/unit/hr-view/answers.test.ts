import { describe, expect, test } from "vitest";
import { centre, leaving } from "./region";
import { atom, bjorken, cell, viewOf } from "./unit-facts";

describe("A unit's own result", () => {
  test("a figure at its bound is said to be at least or at most, and makes the index one", () => {
    const [own] = viewOf(bjorken, { atoms: [atom] })?.own ?? [];
    const items = own?.parts.flatMap((part) => part.items) ?? [];
    expect(items.find(({ id }) => id === "H1")?.mean).toEqual({ kind: "at-least", n: 4 });
    expect(items.find(({ id }) => id === "H3")?.mean).toEqual({
      kind: "withheld",
      reason: "item-too-few",
    });
    expect(own?.hme.motivation).toEqual({ kind: "at-least", n: 62.5 });
    expect(own?.hme.total).toEqual({ kind: "withheld", reason: "items-missing" });
    const [choice] = own?.choices ?? [];
    expect(choice?.classes.map(({ id, figure }) => [id, figure.kind])).toEqual([
      ["natural", "at-most"],
      ["organisational", "at-most"],
      ["career", "at-most"],
      ["avoidable", "count"],
      ["other", "at-most"],
    ]);
  });

  test("only a statement that stands out alone is called the highest or lowest", () => {
    const [own] = viewOf(bjorken, { atoms: [atom] })?.own ?? [];
    expect(own?.most).toBe("Mitt arbete känns meningsfullt.");
    expect(own?.least).toMatch(/^Jag hade för det mesta tid/);
    const two = {
      ...atom,
      items: { ...atom.items, H2: { kind: "scale" as const, n: 6, sum: 22, low: 14, high: 22 } },
    };
    expect(viewOf(bjorken, { atoms: [two] })?.own[0]?.most).toBeNull();
  });

  test("the newest result is shown, and retirees are a group of their own", () => {
    const older = { ...atom, to: "2024-Q4" as const, n: 9 };
    const view = viewOf(bjorken, { atoms: [older, atom] });
    expect(view?.own.map(({ series, people }) => [series, people])).toEqual([
      ["leaver", { kind: "count", n: 8 }],
    ]);
    expect(view?.waiting.map(({ series }) => series)).toEqual(["retiree"]);
  });
});

describe("When there is no result of the unit's own", () => {
  test("the forecast comes from turnover and the planning rate: 40 staff and 10 a year give 20 months", () => {
    expect(viewOf(bjorken)?.waiting[0]).toMatchObject({
      series: "leaver",
      forecast: { kind: "months", months: 20 },
    });
  });

  test("longer than answers are kept is said to be so, and nobody leaving gives no forecast", () => {
    const slow = centre("S", "Sakta", 10, leaving(2025, 2));
    expect(viewOf(slow)?.waiting[0]?.forecast).toEqual({ kind: "never" });
    expect(viewOf(centre("N", "Norr", 20, []))?.waiting[0]?.forecast).toEqual({ kind: "unknown" });
  });

  test("a closed unit is promised nothing", () => {
    const closed = centre("Z", "Zonen", 20, leaving(2023, 9), { validTo: "2024-12-31" });
    expect(viewOf(closed)?.waiting.map(({ forecast }) => forecast.kind)).toEqual([
      "closed",
      "closed",
    ]);
  });

  test("before the first mix there is nothing to show, and the page knows it", () => {
    expect(viewOf(bjorken, { rounds: [] })).toBeNull();
  });
});

describe("The picture of the smallest group", () => {
  test("the peer group's where it has one, else the region's", () => {
    const both = [cell("group:tätort", "2025-Q4"), cell("region", "2025-Q4")];
    const picture = viewOf(bjorken, { cells: both })?.picture;
    expect([picture?.at, picture?.name]).toEqual(["group", "vårdcentraler i tätort"]);
    expect(picture?.people).toEqual({ kind: "about", n: 30 });
    expect(viewOf(bjorken, { cells: both.slice(1) })?.picture?.at).toBe("region");
    expect(viewOf(bjorken)?.picture).toBeNull();
  });

  test("the most given reason first, and the harshest ones only from ten", () => {
    const picture = viewOf(bjorken, { cells: [cell("region", "2025-Q4")] })?.picture;
    const shown = picture?.reasons.map(({ id, figure }) => [id, figure]) ?? [];
    expect(shown.slice(0, 3)).toEqual([
      ["A1", { kind: "about", n: 15 }],
      ["A11", { kind: "about", n: 10 }],
      ["N1", { kind: "about", n: 5 }],
    ]);
    expect(shown.find(([id]) => id === "A10")?.[1]).toEqual({
      kind: "withheld",
      reason: "rare-reason",
    });
    expect(picture?.shares.avoidable).toEqual({ kind: "about", n: 80 });
  });

  test("what people said more than two years ago is in no picture", () => {
    expect(viewOf(bjorken, { cells: [cell("region", "2023-Q4")] })?.picture).toBeNull();
    expect(viewOf(bjorken, { cells: [cell("region", "2024-Q1")] })?.picture).not.toBeNull();
  });
});
