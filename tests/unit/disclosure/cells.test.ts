import { describe, expect, it } from "vitest";
import { count } from "@/lib/disclosure/count";
import { NO_ANSWER } from "@/lib/disclosure/release";
import { NOTHING_WAITING, type Waiting } from "@/lib/disclosure/waiting";
import type { Payload } from "@/lib/sealing/payload";
import { MORE, NEXT, people, REASON, rules, SILENT, scale, survey } from "./small-survey";

const mix = (payloads: Payload[], waiting: Waiting = NOTHING_WAITING, changes = {}) =>
  count(payloads, rules(changes), waiting, SILENT);

const places = ({ release }: ReturnType<typeof mix>) =>
  release.cells.map(({ slice, node, n }) => `${slice} ${node} ${n}`);

const left = ({ waiting }: ReturnType<typeof mix>) =>
  waiting.cells.map(({ slice, node, n }) => `${slice} ${node} ${n}`);

describe("a picture", () => {
  it("needs thirty people", () => {
    expect(places(mix(people(29, "A")))).toEqual([]);
    expect(places(mix(people(30, "A")))).toEqual(["answers unit:A 30", "background region 30"]);
  });

  it("forms at the lowest node that has thirty, and holds everyone once", () => {
    const result = mix([...people(31, "A"), ...people(29, "B"), ...people(20, "C")]);
    expect(places(result)).toEqual(["answers unit:A 31", "background region 80"]);
    expect(left(result)).toEqual(["answers group:north 29", "answers region 20"]);
  });

  it("of a pictured group counts what waited there; other left-overs go to the region", () => {
    const first = mix([...people(20, "A"), ...people(20, "C")]);
    expect(left(first)).toEqual(["answers group:north 20", "answers region 20"]);
    const second = mix([...people(10, "B"), ...people(10, "C")], first.waiting, {
      quarter: "2026-Q2",
    });
    expect(second.release.cells.map(({ node, from, to, n }) => [node, from, to, n])).toEqual([
      ["group:north", "2026-Q1", "2026-Q2", 30],
      ["region", "2026-Q1", "2026-Q2", 30],
    ]);
    expect(left(second)).toEqual(["background region 20"]);
  });

  it("of a group that is no longer pictured goes on to the region", () => {
    const first = mix(people(20, "A"));
    const tree = { units: { A: "north", B: "north", C: "south" }, pictured: [] };
    expect(left(mix([], first.waiting, { tree }))).toContain("answers region 20");
  });

  it("forms at a group that is not pictured when one quarter alone gives thirty", () => {
    const tree = { units: { C: "south", D: "south" }, pictured: [] };
    const result = mix([...people(15, "C"), ...people(15, "D")], NOTHING_WAITING, { tree });
    expect(places(result)).toEqual(["answers group:south 30", "background region 30"]);
  });
});

describe("the people of a picture", () => {
  it("are never of two series", () => {
    const result = mix([...people(20, "A"), ...people(20, "A", {}, "retiree")]);
    expect(places(result)).toEqual([]);
  });

  it("are the same for every question; a skip is counted as no answer", () => {
    const answers = { reason: "quiet", more: ["load", "role"], enps: 9, why: "text" };
    const [cell] = mix([...people(20, "A", answers), ...people(10, "A", { meaning: 4 })]).release
      .cells;
    expect(cell?.items).toEqual({
      meaning: { options: { 1: 0, 2: 0, 3: 0, 4: 10, 5: 0, [NO_ANSWER]: 20 } },
      reason: {
        options: { move: 0, load: 0, bullying: 0, role: 0, [NO_ANSWER]: 30 },
        classes: { natural: 0, avoidable: 0, career: 0, [NO_ANSWER]: 30 },
      },
      more: { options: { move: 0, load: 20, role: 20, pay: 0, [NO_ANSWER]: 10 } },
      enps: {
        options: {
          ...Object.fromEntries(Array.from({ length: 11 }, (_, value) => [value, 0])),
          9: 20,
          [NO_ANSWER]: 10,
        },
        classes: { detractor: 0, passive: 0, promoter: 20, [NO_ANSWER]: 10 },
      },
    });
  });
});

describe("the tables of a picture", () => {
  it("keep background in tables of its own, for the region only", () => {
    const cells = mix(people(30, "A", { next: "none" })).release.cells;
    expect(cells.find((cell) => cell.slice === "background")).toMatchObject({
      node: "region",
      items: { next: { options: { private: 0, none: 30, [NO_ANSWER]: 0 } } },
    });
    expect(cells.find((cell) => cell.slice === "answers")?.items["next"]).toBeUndefined();
  });

  it("count more choices than allowed, and unknown ones, as no answer", () => {
    const greedy = people(10, "A", { more: ["move", "load", "role", "pay"] });
    const unknown = people(10, "A", { more: ["gold"], meaning: 7, reason: "gold" });
    const [cell] = mix([...greedy, ...unknown, ...people(10, "A")]).release.cells;
    expect(cell?.items["more"]?.options[NO_ANSWER]).toBe(30);
    expect(cell?.items["meaning"]?.options[NO_ANSWER]).toBe(30);
    expect(cell?.items["reason"]?.classes?.[NO_ANSWER]).toBe(30);
  });

  it("of a question that changed meanwhile count those who wait as no answer", () => {
    const first = mix(people(20, "A", { reason: "load", meaning: 2 }));
    const questionnaire = survey(scale("meaning"), { ...REASON, text: { sv: "New?" } }, MORE, NEXT);
    const second = mix(people(10, "A", { reason: "load", meaning: 2 }), first.waiting, {
      questionnaire,
      quarter: "2026-Q2",
    });
    const [cell] = second.release.cells;
    expect(cell?.items["meaning"]?.options).toMatchObject({ 2: 30, [NO_ANSWER]: 0 });
    expect(cell?.items["reason"]?.options).toMatchObject({ load: 10, [NO_ANSWER]: 20 });
  });
});

describe("free text", () => {
  it("is parted from the other answers and names a pictured group at most; who wrote nothing is a number", () => {
    const written = [
      ...people(1, "A", { why: "No time", meaning: 1 }),
      ...people(1, "C", { why: "New job" }),
      ...people(1, "B", { why: "  " }),
    ];
    const pool = { series: "leaver", from: "2026-Q1" };
    expect(mix(written).texts).toEqual([
      { ...pool, node: "group:north", silent: 1, texts: [{ why: "No time" }] },
      { ...pool, node: "region", silent: 0, texts: [{ why: "New job" }] },
    ]);
  });
});
