import { describe, expect, test } from "vitest";
import en from "@/lib/i18n/messages/en/imports.json";
import sv from "@/lib/i18n/messages/sv/imports.json";
import { PROBLEM_CODES, placeOf, problemList } from "@/lib/imports/problem";

describe("a problem list can be mailed on: it points at no person", () => {
  const reported = (column: string, value: string) => {
    const problems = problemList();
    problems.add({ code: "bad-date", line: 2, column, value });
    return problems.report().listed[0];
  };

  test("an ordinary value is shown, a long one cut", () => {
    expect(reported("last_day", "2026-02-30")?.value).toBe("2026-02-30");
    expect(reported("name", "x".repeat(500))?.value).toHaveLength(60);
  });

  test("addresses and personal numbers are not, in whatever column they landed", () => {
    expect(reported("last_day", "asa@example.se")).not.toHaveProperty("value");
    expect(reported("last_day", "19800101-1234")).not.toHaveProperty("value");
    expect(reported("last_day", "8001011234")).not.toHaveProperty("value");
    expect(reported("asa@example.se", "")?.column).toBe("?");
  });

  test("nor is anything from the columns for references and addresses", () => {
    for (const column of ["employee_ref", "email", "private_email"]) {
      expect(reported(column, "asa-lind")).not.toHaveProperty("value");
    }
  });
});

describe("every problem at once", () => {
  test("the first ten thousand are listed by line, the rest counted", () => {
    const problems = problemList();
    for (let line = 10_500; line > 0; line -= 1)
      problems.add({ code: "empty", line, column: "name" });
    const { listed, unlisted } = problems.report();
    expect([listed.length, listed[0]?.line, listed[9_999]?.line, unlisted]).toEqual([
      10_000, 501, 10_500, 500,
    ]);
  });

  test("a problem says whether it is of the file, a line, a cell or a value", () => {
    expect(placeOf({ code: "too-large", line: 0, column: "" })).toBe("file");
    expect(placeOf({ code: "bad-quotes", line: 3, column: "" })).toBe("line");
    expect(placeOf({ code: "bad-email", line: 3, column: "email" })).toBe("cell");
    expect(placeOf({ code: "bad-date", line: 3, column: "last_day", value: "x" })).toBe("value");
  });

  test("each kind of problem has a sentence in Swedish and in English", () => {
    const codes = [...PROBLEM_CODES].sort();
    expect(Object.keys(sv.problem).sort()).toEqual(codes);
    expect(Object.keys(en.problem).sort()).toEqual(codes);
    expect(Object.keys(sv.place).sort()).toEqual(["cell", "file", "line", "value"]);
  });

  test("both languages name the same values in each sentence", () => {
    const names = (text: string) => [...text.matchAll(/\{(\w+)[},]/g)].map(([, name]) => name);
    for (const code of PROBLEM_CODES) {
      expect([code, names(en.problem[code])]).toEqual([code, names(sv.problem[code])]);
    }
  });
});
