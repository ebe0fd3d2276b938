import { expect, test } from "vitest";
import { groupedProblems, problemCount } from "@/lib/imports/grouped";
import type { Problem } from "@/lib/imports/problem";

const at = (line: number, code: Problem["code"]): Problem => ({ code, line, column: "kind" });

test("problems alike stand together, in the order in which they first appear", () => {
  const listed = [at(2, "bad-kind"), at(3, "empty"), at(4, "bad-kind")];
  expect(groupedProblems({ listed, unlisted: 0 }, 100)).toEqual({
    groups: [
      { code: "bad-kind", problems: [at(2, "bad-kind"), at(4, "bad-kind")] },
      { code: "empty", problems: [at(3, "empty")] },
    ],
    rest: 0,
  });
});

test("what is not shown is counted, whether it was listed or not", () => {
  const listed = [2, 3, 4].map((line) => at(line, "empty"));
  const report = { listed, unlisted: 7 };
  expect(groupedProblems(report, 2).groups[0]?.problems).toHaveLength(2);
  expect(groupedProblems(report, 2).rest).toBe(8);
  expect(problemCount(report)).toBe(10);
});
