import { describe, expect, test } from "vitest";
import type { Departure } from "@/lib/departures/departure";
import { readDepartures } from "@/lib/departures/read";
import { straight } from "@/lib/imports/pace";

const HEADER =
  "employee_ref;unit_code;last_day;kind;email;private_email;language;delivery;protected";
const facts = {
  units: [{ code: "A", validFrom: "2020-01-01", validTo: "2026-12-31" }],
  stored: [] as Departure[],
  pseudonym: (ref: string) => `p-${ref}`,
  today: "2026-10-01",
};
const readText = (text: string, stored: Departure[] = []) =>
  straight(readDepartures(new TextEncoder().encode(text), { ...facts, stored }));
const read = (lines: string[], stored: Departure[] = []) =>
  readText([HEADER, ...lines].join("\r\n"), stored);
const problems = (lines: string[], stored: Departure[] = []) => {
  const found = read(lines, stored);
  return found.ok ? [] : found.problems.listed;
};
const departure = (pseudonym: string, lastDay: string, email: string | null): Departure => ({
  pseudonym,
  unitCode: "A",
  lastDay,
  kind: "resignation",
  email,
  privateEmail: null,
  language: "sv",
  delivery: "mail",
  protected: false,
  staffGroup: "",
});

describe("a departures file", () => {
  test("gives departures; language is Swedish, and delivery mail or, without an address, letter, unless it says otherwise", () => {
    const lines = [
      "1;A;2026-10-31;resignation;a@region.se;anna@example.se;;;",
      "2;A;2026-10-31;Retirement;;;en;letter;",
      "3;A;2026-10-31;death;;;;;YES",
    ];
    expect(read(lines)).toEqual({
      ok: true,
      rows: [
        {
          employeeRef: "1",
          unitCode: "A",
          lastDay: "2026-10-31",
          kind: "resignation",
          email: "a@region.se",
          privateEmail: "anna@example.se",
          language: "sv",
          delivery: "mail",
          protected: false,
          staffGroup: "",
        },
        expect.objectContaining({ kind: "retirement", language: "en", delivery: "letter" }),
        expect.objectContaining({ kind: "death", delivery: "letter", protected: true }),
      ],
    });
  });

  test("may say the staff group, as headcount does", () => {
    const line = "1;A;2026-10-31;resignation;a@region.se;;;;;nurses";
    const found = readText(`${HEADER};staff_group\n${line}`);
    expect(found.ok && found.rows[0]?.staffGroup).toBe("nurses");
  });

  test("tells every problem at once and shows no address and no reference", () => {
    const lines = [
      ";A;2026-02-30;quit;not-an-address;;swedish;post;ja",
      "2;X;2026-10-31;other;;;;;",
      "2;A;2027-01-31;other;;;;;",
      "4;A;2026-10-31;resignation;;;;mail;",
    ];
    expect(problems(lines)).toEqual([
      { code: "bad-email", line: 2, column: "email" },
      { code: "empty", line: 2, column: "employee_ref" },
      { code: "bad-date", line: 2, column: "last_day", value: "2026-02-30" },
      {
        code: "bad-kind",
        line: 2,
        column: "kind",
        value: "quit",
        expected:
          "resignation, retirement, internal_move, fixed_term_end, transfer, redundancy, death, other",
      },
      { code: "bad-language", line: 2, column: "language", value: "swedish" },
      {
        code: "bad-delivery",
        line: 2,
        column: "delivery",
        value: "post",
        expected: "mail, letter, none",
      },
      { code: "bad-protected", line: 2, column: "protected", value: "ja" },
      { code: "unknown-unit", line: 3, column: "unit_code", value: "X" },
      {
        code: "outside-life",
        line: 4,
        column: "last_day",
        value: "2027-01-31",
        expected: "2020-01-01–2026-12-31",
      },
      { code: "duplicate", line: 4, column: "employee_ref", expected: "3" },
      { code: "no-address", line: 5, column: "delivery" },
    ]);
  });

  test("a file without the column for protected identity is not read as if nobody had it", () => {
    const found = readText(
      "employee_ref;unit_code;last_day;kind;email;private_email;language;delivery\n" +
        "1;A;2026-10-31;resignation;a@region.se;;;\n",
    );
    expect(found.ok ? [] : found.problems.listed).toEqual([
      { code: "missing-column", line: 1, column: "protected" },
    ]);
  });

  test("an old departure needs no address: nothing is sent any more", () => {
    expect(problems(["1;A;2026-07-01;resignation;;;;mail;"])).toEqual([]);
  });
});

describe("the same address twice stops the import", () => {
  test("within the file, whichever column it stands in and however it is spelt", () => {
    const lines = [
      "1;A;2026-10-31;resignation;shared@region.se;;;;",
      "2;A;2026-10-31;resignation;b@region.se;Shared@Region.se;;;",
    ];
    expect(problems(lines)).toEqual([
      { code: "same-address-twice", line: 3, column: "private_email", expected: "2" },
    ]);
  });

  test("and against departures imported earlier", () => {
    const stored = [departure("p-9", "2026-10-15", "shared@region.se")];
    expect(problems(["1;A;2026-10-31;resignation;shared@region.se;;;;"], stored)).toEqual([
      { code: "address-known", line: 2, column: "email" },
    ]);
  });

  test("but one person may have it in both columns, and in the next import", () => {
    const stored = [departure("p-1", "2026-10-15", "a@region.se")];
    expect(problems(["1;A;2026-10-31;resignation;a@region.se;a@region.se;;;"], stored)).toEqual([]);
  });
});

describe("the same person twice in one file", () => {
  const lines = (...rows: readonly string[]) =>
    problems(rows.map((row) => `1;${row};a@region.se;;;;`)).map(({ code, line }) => [code, line]);

  test("is accepted when the departures differ: a move and later a resignation, or two employments", () => {
    expect(lines("A;2026-03-31;internal_move", "A;2026-10-31;resignation")).toEqual([]);
    expect(lines("A;2026-03-31;internal_move", "A;2026-05-31;internal_move")).toEqual([]);
    expect(lines("A;2024-05-31;resignation", "A;2026-10-31;retirement")).toEqual([]);
  });

  test("is refused when both cannot be true", () => {
    expect(lines("A;2026-08-31;resignation", "A;2026-10-31;resignation")).toEqual([
      ["duplicate", 3],
    ]);
    expect(lines("A;2026-10-15;internal_move", "A;2026-10-31;resignation")).toEqual([
      ["duplicate", 3],
    ]);
  });
});

test("a last day that is put off, or corrected by a few months, is the same departure", () => {
  const line = (day: string) => [`1;A;${day};resignation;a@region.se;;;;`];
  expect(problems(line("2026-12-31"), [departure("p-1", "2026-09-30", "a@region.se")])).toEqual([]);
  expect(problems(line("2026-10-31"), [departure("p-1", "2026-05-31", null)])).toEqual([]);
});
