import { describe, expect, test } from "vitest";
import { straight } from "@/lib/imports/pace";
import { planSignals } from "@/lib/signals/plan";
import { readSignals } from "@/lib/signals/read";
import type { SignalRow } from "@/lib/signals/signal";

const UNITS = [
  { code: "A", validFrom: "2020-02-15", validTo: "2025-03-01" },
  { code: "B", validFrom: "2015-01-01", validTo: null },
];
const read = (...lines: string[]) => {
  const header = "unit_code;period;signal;value;answers";
  return straight(readSignals(new TextEncoder().encode([header, ...lines].join("\n")), UNITS));
};
const problems = (...lines: string[]) => {
  const found = read(...lines);
  return found.ok ? [] : found.problems.listed;
};
const row = (period: string, signal: SignalRow["signal"], value: number): SignalRow => ({
  ...{ unitCode: "B", period, signal, value, answers: null },
});

describe("a file of other signals", () => {
  test("gives indices by year and sick leave by year or month, with decimal comma or point", () => {
    expect(
      read("B;2025;HME;68,4;23", "B;2025-03-01;sick_leave;5.40000001;", "B;2024;sick_leave;6;9"),
    ).toEqual({
      ok: true,
      rows: [
        { ...row("2025", "hme", 68.4), answers: 23 },
        row("2025-03", "sick_leave", 5.4),
        row("2024", "sick_leave", 6),
      ],
    });
  });

  test("needs no number of answers", () => {
    const bytes = new TextEncoder().encode("unit_code,period,signal,value\nB,2025,hme,70\n");
    expect(straight(readSignals(bytes, UNITS))).toEqual({
      ok: true,
      rows: [row("2025", "hme", 70)],
    });
  });

  test("with an index of fewer than five people is refused, and five are enough", () => {
    expect(problems("B;2025;hme;68;4", "B;2025;hme_steering;68;5")).toEqual([
      { code: "too-few-answers", line: 2, column: "answers", value: "4", expected: "5" },
    ]);
  });

  test("tells everything that is wrong at once", () => {
    const found = problems(
      "B;2023;trivsel;50;",
      "B;2025-03;hme;50;",
      "B;2025-13;sick_leave;5;",
      "B;2025;hme;101;",
      "B;2024;sick_leave;5 ‰;",
      "X;2025;hme;50;",
      "A;2026;hme;50;",
      "A;2025-04;sick_leave;5;",
      "A;2025;hme;50;",
      "A;2025;hme;51;",
    );
    expect(found.map(({ line, code }) => `${line} ${code}`)).toEqual([
      ...["2 bad-signal", "3 bad-year", "4 bad-period", "5 bad-share", "6 bad-share"],
      ...["7 unknown-unit", "8 outside-life", "9 outside-life", "11 same-signal-twice"],
    ]);
  });
});

describe("per cent as a workbook stores them, 0.054 for 5.4 %,", () => {
  test("are refused where a whole signal has them, once, and never taken for a tenth of a per cent", () => {
    expect(
      problems(
        "B;2025;hme;68;",
        "B;2025-01;sick_leave;0;",
        "B;2025-02;sick_leave;0.054;",
        "B;2025-03;sick_leave;0,12;",
      ),
    ).toEqual([{ code: "share-of-one", line: 4, column: "value", value: "0.054" }]);
  });

  test("are told from real values below one per cent by a single larger one, or by the sign", () => {
    expect(problems("B;2025-01;sick_leave;0.8;", "B;2025-02;sick_leave;5.4;")).toEqual([]);
    expect(problems("B;2025-01;sick_leave;0;")).toEqual([]);
    expect(read("B;2025-01;sick_leave;0,8 %;", "B;2025-02;sick_leave;0.4%;")).toEqual({
      ok: true,
      rows: [row("2025-01", "sick_leave", 0.8), row("2025-02", "sick_leave", 0.4)],
    });
  });
});

test("a file of sick leave leaves the employee survey alone, and takes away what it lacks of its own", () => {
  const stored = [
    row("2025", "hme", 70),
    row("2025", "sick_leave", 5),
    row("2024", "sick_leave", 6),
  ];
  const plan = planSignals(
    [...stored, { ...row("2025", "sick_leave", 5), unitCode: "A" }],
    [row("2025", "sick_leave", 5.5), { ...row("2024", "sick_leave", 6), unitCode: "A" }],
  );
  expect(
    plan.changed.map(({ before, after, fields }) => [before.value, after.value, fields]),
  ).toEqual([[5, 5.5, ["value"]]]);
  expect(plan.added.map(({ unitCode, period }) => `${unitCode} ${period}`)).toEqual(["A 2024"]);
  expect(plan.removed.map(({ unitCode, period }) => `${unitCode} ${period}`)).toEqual([
    "B 2024",
    "A 2025",
  ]);
  expect(planSignals(stored, stored)).toMatchObject({ added: [], changed: [], unchanged: 3 });
});
