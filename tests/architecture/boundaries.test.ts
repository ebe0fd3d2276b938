import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

type Report = {
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly {
      rule: { name: string; severity: string };
      from: string;
      to: string;
    }[];
  };
};

test("the dependency rules see the code and find nothing wrong", () => {
  const tool = "node_modules/dependency-cruiser/bin/dependency-cruise.mjs";
  const text = execFileSync(
    process.execPath,
    [tool, "app", "components", "lib", "--output-type", "json"],
    { encoding: "utf8", maxBuffer: 256 * 1024 * 1024 },
  );
  const { summary } = JSON.parse(text) as Report;
  const broken = summary.violations.filter(({ rule }) => rule.severity === "error");
  expect(broken.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  // A cruiser that cannot parse TypeScript passes on zero modules; make that a failure.
  expect(summary.totalCruised).toBeGreaterThan(400);
});
