import type { Atom, Cell, Series } from "@/lib/disclosure/release";
import type { RoundRules } from "@/lib/disclosure/round-rules";
import type { Payload } from "@/lib/sealing/payload";
import type { Answers, Item, Option, Questionnaire } from "@/lib/survey/questionnaire";

const text = (sv: string) => ({ sv });

export function option(code: string, rest: Omit<Partial<Option>, "code"> = {}): Option {
  return { code, text: text(code), ...rest };
}

export function scale(id: string, part?: "motivation" | "leadership" | "steering"): Item {
  const base = { id, text: text(id), type: "scale5", slice: "unit" } as const;
  return part === undefined ? base : { ...base, index: { name: "hme", part } };
}

export const REASON: Item = {
  id: "reason",
  text: text("Why?"),
  type: "grouped",
  slice: "unit",
  groups: [
    { code: "life", text: text("Life"), options: [option("move", { class: "natural" })] },
    {
      code: "work",
      text: text("Work"),
      options: [
        option("load", { class: "avoidable" }),
        option("bullying", { class: "avoidable", sensitive: true }),
      ],
    },
    { code: "new", text: text("New"), options: [option("role", { class: "career" })] },
    { code: "quiet", text: text("Quiet"), options: [option("quiet", { noAnswer: true })] },
  ],
};

export const MORE: Item = {
  id: "more",
  text: text("More?"),
  type: "multi",
  slice: "cells",
  max: 3,
  options: ["move", "load", "role", "pay"].map((code) => option(code)),
};

export const ENPS: Item = {
  id: "enps",
  text: text("Recommend?"),
  type: "scale10",
  slice: "unit",
  classes: Object.fromEntries(
    Array.from({ length: 11 }, (_, value) => [
      String(value),
      value < 7 ? "detractor" : value < 9 ? "passive" : "promoter",
    ]),
  ),
};

export const NEXT: Item = {
  id: "next",
  text: text("Next?"),
  type: "single",
  slice: "background",
  options: [option("private"), option("none"), option("na", { noAnswer: true })],
};

export const WHY: Item = {
  id: "why",
  text: text("In your own words"),
  type: "text",
  slice: "text",
  maxLength: 600,
};

/** A questionnaire of a few items, in one section. */
export function survey(...items: Item[]): Questionnaire {
  return {
    id: "small",
    version: 1,
    languages: ["sv"],
    title: text("Small"),
    intro: text("Small"),
    classes: {},
    sections: [{ id: "all", title: text("All"), items }],
  };
}

/** Three units: A and B in the pictured group `north`, C in `south`, which is not pictured. */
export function rules(changes: Partial<RoundRules> = {}): RoundRules {
  return {
    quarter: "2026-Q1",
    questionnaire: survey(scale("meaning"), REASON, MORE, ENPS, NEXT, WHY),
    tree: { units: { A: "north", B: "north", C: "south" }, pictured: ["north"] },
    series: ["leaver", "retiree", "mover"],
    limits: { k: 8, c: 1 },
    ...changes,
  };
}

export function payload(unit: string, answers: Answers = {}, series: Series = "leaver"): Payload {
  return { unit, series, answers };
}

/** `n` people who answer alike. */
export function people(n: number, unit: string, answers: Answers = {}, series?: Series): Payload[] {
  return Array.from({ length: n }, () => payload(unit, answers, series));
}

/** No noise: to read exact counts where a promise is about counting. */
export const SILENT = () => 0;

export function atom(items: Atom["items"], changes: Partial<Atom> = {}): Atom {
  return {
    unit: "A",
    series: "leaver",
    from: "2025-Q1",
    to: "2026-Q1",
    n: 8,
    k: 8,
    c: 1,
    items,
    ...changes,
  };
}

export function cell(items: Cell["items"], changes: Partial<Cell> = {}): Cell {
  return {
    slice: "answers",
    node: "region",
    series: "leaver",
    from: "2026-Q1",
    to: "2026-Q1",
    n: 30,
    items,
    ...changes,
  };
}
