import { describe, expect, test } from "vitest";
import { straight } from "@/lib/imports/pace";
import { nodesOnCycles } from "@/lib/units/cycle";
import { readUnits } from "@/lib/units/read";
import type { UnitRow } from "@/lib/units/row";

const HEADER = "code;name;kind;parent_code;peer_group;valid_from;valid_to;predecessors";
const read = (lines: string[], stored: UnitRow[] = []) =>
  straight(readUnits(new TextEncoder().encode([HEADER, ...lines].join("\n")), stored));
const problems = (lines: string[], stored: UnitRow[] = []) => {
  const found = read(lines, stored);
  return found.ok ? [] : found.problems.listed;
};

const region: UnitRow = {
  code: "R",
  name: "Regionen",
  kind: "region",
  parentCode: null,
  peerGroup: null,
  validFrom: "2015-01-01",
  validTo: null,
  predecessors: [],
};

describe("a units file", () => {
  test("gives units with their place, validity and history", () => {
    const lines = [
      "A;Alen;centre;R;centres;2015-01-01;2024-12-31;",
      "B;Boken;centre;R;centres;2015-01-01;2024-12-31;",
      "C;Björken;centre;R;;2025-01-01;;B A|B",
    ];
    expect(read(lines, [region])).toEqual({
      ok: true,
      rows: [
        {
          code: "A",
          name: "Alen",
          kind: "centre",
          parentCode: "R",
          peerGroup: "centres",
          validFrom: "2015-01-01",
          validTo: "2024-12-31",
          predecessors: [],
        },
        expect.objectContaining({ code: "B", predecessors: [] }),
        {
          code: "C",
          name: "Björken",
          kind: "centre",
          parentCode: "R",
          peerGroup: null,
          validFrom: "2025-01-01",
          validTo: null,
          predecessors: ["A", "B"],
        },
      ],
    });
  });

  test("tells every problem at once, each with its line and column", () => {
    const lines = [
      "A;;centre;;;2023-02-29;;",
      "B B;Boken;;;;2015-01-01;2014-12-31;",
      "A;Alen;centre;X;;2015-01-01;;Y",
    ];
    expect(problems(lines)).toEqual([
      { code: "bad-date", line: 2, column: "valid_from", value: "2023-02-29" },
      { code: "empty", line: 2, column: "name" },
      {
        code: "ends-before-start",
        line: 3,
        column: "valid_to",
        value: "2014-12-31",
        expected: "2015-01-01",
      },
      { code: "bad-code", line: 3, column: "code", value: "B B" },
      { code: "empty", line: 3, column: "kind" },
      { code: "duplicate", line: 4, column: "code", value: "A", expected: "2" },
      { code: "unknown-unit", line: 4, column: "parent_code", value: "X" },
      { code: "unknown-unit", line: 4, column: "predecessors", value: "Y" },
    ]);
  });

  test("only dates of the calendar are dates", () => {
    const days = ["2024-02-29", "2023-02-29", "2026-04-31", "2026-13-01", "20260101", "2026-1-1"];
    const found = days.map((day) => problems([`A;Alen;centre;;;${day};;`]).map((p) => p.code));
    expect(found).toEqual([[], ...Array(5).fill(["bad-date"])]);
  });

  test("a column that is missing is reported once, not on every line", () => {
    const bytes = new TextEncoder().encode(
      "code;name;kind;parent_code;peer_group;valid_to;predecessors\nA;Alen;centre;;;;\nB;;centre;;;;\n",
    );
    const found = straight(readUnits(bytes, []));
    expect(found.ok ? [] : found.problems.listed).toEqual([
      { code: "missing-column", line: 1, column: "valid_from" },
      { code: "empty", line: 3, column: "name" },
    ]);
  });
});

describe("units never go round in a circle", () => {
  test("within the file, or through what is stored", () => {
    expect(
      problems(["A;Alen;centre;B;;2015-01-01;;", "B;Boken;centre;A;;2015-01-01;;"]).map(
        ({ code, line, column }) => ({ code, line, column }),
      ),
    ).toEqual([
      { code: "cycle", line: 2, column: "parent_code" },
      { code: "cycle", line: 3, column: "parent_code" },
    ]);
    const stored = [region, { ...region, code: "A", parentCode: "R" }];
    expect(problems(["R;Regionen;region;A;;2015-01-01;;"], stored).map((p) => p.code)).toEqual([
      "cycle",
    ]);
  });

  test("a unit does not continue itself", () => {
    expect(problems(["A;Alen;centre;;;2015-01-01;;A"])).toEqual([
      { code: "cycle", line: 2, column: "predecessors", value: "A" },
    ]);
  });

  test("only those in the circle are named, not those that hang on it", () => {
    const edges = { a: ["b"], b: ["c"], c: ["b"], d: ["a", "x"], e: [] };
    expect([...nodesOnCycles(new Map(Object.entries(edges)))].sort()).toEqual(["b", "c"]);
    expect(
      nodesOnCycles(
        new Map([
          ["a", ["b"]],
          ["b", ["c"]],
          ["c", []],
        ]),
      ).size,
    ).toBe(0);
  });
});
