import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

test("the dependency rules see the code and find nothing wrong", () => {
  const report: unknown = JSON.parse(
    execFileSync("npx", ["depcruise", "app", "components", "lib", "--output-type", "json"], {
      encoding: "utf8",
    }),
  );
  expect(report).toMatchObject({ summary: { violations: [] } });
  // A cruiser that cannot parse TypeScript passes on zero modules; make that a failure.
  expect(report).toHaveProperty(
    "summary.totalCruised",
    expect.toSatisfy((n: number) => n > 10),
  );
});
