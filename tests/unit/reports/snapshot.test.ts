import { describe, expect, it } from "vitest";
import type { Atom, Cell } from "@/lib/disclosure/release";
import { buildReport } from "@/lib/reports/build";
import { openData } from "@/lib/reports/open-data";
import { rows } from "@/lib/reports/rows";
import { snapshotSchema } from "@/lib/reports/snapshot";
import { canonicalJson } from "@/lib/sealing/canonical";
import { demoFacts } from "./demo-facts";
import { published } from "./rendered";

const facts = demoFacts();
const snapshot = buildReport(facts);

/** Every number under a value that is not inside a Figure, with its path. */
function bareNumbers(value: unknown, path = ""): string[] {
  if (typeof value === "number") return [path];
  if (typeof value !== "object" || value === null) return [];
  if ("kind" in value && "n" in value && Object.keys(value).length === 2) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    bareNumbers(inner, `${path}/${/^\d+$/.test(key) ? "*" : key}`),
  );
}

describe("what the answers say is frozen as figures", () => {
  it("holds no number from an answer outside a figure", () => {
    // What is left tells of the noise and of turnover, never of an answer.
    expect([...new Set(bareNumbers(snapshot.survey))].sort()).toEqual([
      "/leverWidth",
      "/pictures/*/cells",
      "/pictures/*/width/index",
      "/pictures/*/width/share",
      "/pictures/*/width/silence",
      "/pictures/*/width/unheard",
      "/questions/tables/*/widths/*/width",
      "/reasonWidth/main",
      "/reasonWidth/more",
      "/results/*/months",
    ]);
    expect(bareNumbers(snapshot.participation)).toEqual(
      snapshot.participation.map(() => "/*/leavers"),
    );
  });

  it("refuses a snapshot in which a withheld figure carries a number", () => {
    const leaking = structuredClone(snapshot) as { survey: { results: { people: unknown }[] } };
    const [first] = leaking.survey.results;
    if (first === undefined) throw new Error("The demonstration has no results.");
    first.people = { kind: "withheld", reason: "too-few", n: 7 };
    expect(snapshotSchema.safeParse(leaking).success).toBe(false);
  });

  it("gives a unit without a result no number of answers anywhere", () => {
    const code = snapshot.survey.results.find(({ people }) => people.kind === "withheld")?.code;
    expect(code).toBeDefined();
    const own = openData(published(facts)).rows.filter(
      ({ section, of }) => section === "results" && of === `unit:${code}`,
    );
    const told = own.filter(({ value }) => value !== undefined).map(({ item }) => item);
    expect(told).toEqual(["months-to-result"]);
  });

  it("shows every bound of a unit's result as a bound", () => {
    const bounded = rows(snapshot).filter(
      ({ section, item }) => section === "results" && item === "B1",
    );
    const outermost = bounded.filter(
      ({ figure, of }) =>
        figure.kind === "count" &&
        facts.atoms.some(
          (atom) => atom.unit === of.slice("unit:".length) && figure.n <= 1 + atom.c,
        ),
    );
    expect(bounded.length).toBeGreaterThan(100);
    expect(outermost).toEqual([]);
  });
});

describe("a quarter's report never changes by itself", () => {
  const later = { from: "2026-Q4", to: "2026-Q4" } as const;
  const released = <T extends Atom | Cell>(of: readonly T[]): T[] =>
    of.map((one) => ({ ...one, ...later }));

  it("is not moved by what is released after its quarter", () => {
    const more = {
      ...facts,
      atoms: [...facts.atoms, ...released(facts.atoms)],
      cells: [...facts.cells, ...released(facts.cells)],
      rounds: [...facts.rounds, { quarter: "2026-Q4" as const, received: 12 }],
    };
    expect(canonicalJson(buildReport(more))).toBe(canonicalJson(snapshot));
  });

  it("tells explanations and actions as of the day it was due", () => {
    const [unit] = snapshot.turnover.units.filter(({ actions }) => actions.length > 0);
    const late = {
      ...facts,
      actions: facts.actions.map((row) => ({ ...row, decidedOn: "2027-01-01" })),
      explanations: facts.explanations.map((row) => ({ ...row, notedOn: "2027-01-01" })),
    };
    const { units } = buildReport(late).turnover;
    expect(unit).toBeDefined();
    expect(units.flatMap(({ actions, explanations }) => [...actions, ...explanations])).toEqual([]);
  });

  it("survives being stored and read: the same canonical text, hence the same checksum", () => {
    const stored = snapshotSchema.parse(JSON.parse(JSON.stringify(snapshot)));
    expect(canonicalJson(stored)).toBe(canonicalJson(snapshot));
  });
});

describe("HR's comment", () => {
  it("stands with who and when, and nothing else of where it was kept", () => {
    const text = { who: "HR-direktör", writtenOn: "2026-11-10", text: "Vi delar bilden." };
    const kept = { ...text, quarter: "2026-Q3" };
    expect(buildReport({ ...facts, comment: kept }).comment).toEqual(text);
  });
});

describe("a report without answers", () => {
  const empty = buildReport({
    ...facts,
    atoms: [],
    cells: [],
    themes: [],
    rounds: [],
    before: null,
  });

  it("says so for every figure, and still tells all about turnover", () => {
    expect(empty.survey.pictures.map(({ people }) => people)).toEqual([
      { kind: "withheld", reason: "no-cell" },
    ]);
    const survey = rows(empty).filter(({ section }) => section === "answers");
    expect(survey.every(({ figure }) => figure.kind === "withheld")).toBe(true);
    expect(empty.turnover.units.map(({ name }) => name)).toEqual(
      snapshot.turnover.units.map(({ name }) => name),
    );
  });
});
