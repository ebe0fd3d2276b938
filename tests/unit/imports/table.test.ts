import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode } from "@/lib/imports/decode";
import { straight } from "@/lib/imports/pace";
import { problemList } from "@/lib/imports/problem";
import { readTable } from "@/lib/imports/table";

const COLUMNS = { required: ["code", "name"], optional: ["note"] } as const;

function read(text: string) {
  const problems = problemList();
  const rows: { line: number; cells: object }[] = [];
  straight(readTable(text, COLUMNS, problems, ({ line, cells }) => rows.push({ line, cells })));
  return { rows, problems: problems.report().listed };
}

describe("lines are read as a spreadsheet writes them", () => {
  test("semicolons or commas, columns in any order and any case, cells trimmed", () => {
    const rows = [{ line: 2, cells: { code: "V1", name: "Björken" } }];
    expect(read("code;name\nV1;Björken\n")).toEqual({ rows, problems: [] });
    expect(read("Name , CODE\n Björken , V1")).toEqual({ rows, problems: [] });
  });

  test("a line is numbered as in the file, after quoted line breaks and empty lines", () => {
    const text = 'code;name\nV1;"Björkens\n\nvårdcentral"\n\n;;\nV2;"Eken ""norr"""\n';
    expect(read(text).rows).toEqual([
      { line: 2, cells: { code: "V1", name: "Björkens\n\nvårdcentral" } },
      { line: 7, cells: { code: "V2", name: 'Eken "norr"' } },
    ]);
  });

  test("empty cells that a spreadsheet adds at the end are no fault", () => {
    expect(read("code;name\nV1;Björken;;\n").problems).toEqual([]);
  });
});

describe("faults of the header are reported all at once", () => {
  test("unknown, missing and duplicate columns", () => {
    expect(read("code;personnummer;CODE\nV1;x;V1\n").problems).toEqual([
      { code: "missing-column", line: 1, column: "name" },
      { code: "unknown-column", line: 1, column: "personnummer" },
      { code: "duplicate-column", line: 1, column: "code" },
    ]);
  });

  test("a file that begins with its data, empty, or with nothing below the header", () => {
    expect(read("V1;Björken\nV2;Eken\n").problems).toEqual([
      { code: "no-header", line: 1, column: "", expected: "code, name" },
    ]);
    expect(read("\n \n").problems.map((p) => p.code)).toEqual(["no-header"]);
    expect(read("\n\n").problems).toEqual([{ code: "empty-file", line: 0, column: "" }]);
    expect(read("code;name\n\n").problems).toEqual([{ code: "no-rows", line: 0, column: "" }]);
  });
});

describe("faults of a line", () => {
  test("too few and too many cells", () => {
    expect(read("code;name\nV1\nV2;Eken;extra\nV3;Asken\n").problems).toEqual([
      { code: "wrong-cell-count", line: 2, column: "", value: "1", expected: "2" },
      { code: "wrong-cell-count", line: 3, column: "", value: "3", expected: "2" },
    ]);
  });

  test("an unclosed quotation mark is reported where its line begins", () => {
    expect(read('code;name\nV1;"Björken\nV2;Eken\nV3;Asken\n').problems).toEqual([
      { code: "bad-quotes", line: 2, column: "" },
    ]);
  });
});

describe("whatever stands in the cells", () => {
  const cell = fc
    .string({ unit: fc.constantFrom(..."abåäöÉ ;,\"'\n–€x1") })
    .map((text) => text.trim());
  const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 });
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const filled = (rows: [string, string][]) => rows.filter(([a, b]) => a !== "" || b !== "");

  test("comes back from both delimiters, both line ends and both encodings", () => {
    const form = fc.record({
      rows: table,
      delimiter: fc.constantFrom(";", ","),
      end: fc.constantFrom("\n", "\r\n"),
      encode: fc.constantFrom(inUtf8, inWindows1252),
    });
    fc.assert(
      fc.property(form, ({ rows, delimiter, end, encode }) => {
        const lines = [["code", "name"], ...rows].map((row) => row.map(quoted).join(delimiter));
        // In Windows-1252 "É–" is what UTF-8 has for "ɖ": where that is all, nobody can tell, and it is read as UTF-8.
        fc.pre(encode === inUtf8 || !/É[–€]/.test(lines.join(end)));
        const decoded = decode(encode(lines.join(end)));
        const found = read(decoded.ok ? decoded.text : "").rows;
        const expected = filled(rows).map(([code, name]) => ({ code, name }));
        expect(found.map(({ cells }) => cells)).toEqual(expected);
      }),
    );
  });

  function inUtf8(text: string): Uint8Array {
    return new TextEncoder().encode(text);
  }

  function inWindows1252(text: string): Uint8Array {
    const special: Record<string, number> = { "€": 0x80, "–": 0x96 };
    return Uint8Array.from(text, (c) => special[c] ?? c.charCodeAt(0));
  }
});
