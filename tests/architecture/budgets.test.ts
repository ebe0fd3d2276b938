import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import budgets from "../bench/budgets.json" with { type: "json" };

const AREAS = ["auditor", "hr", "operator", "reports"];

const routes = AREAS.flatMap((area) =>
  readdirSync(`app/${area}`, { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)page\.tsx$/.test(file))
    .map((file) => `/${area}/${file}`.replace(/\/page\.tsx$/, "")),
);

test("every page of HR, operator, auditor and reports says how much it may ask of the databases, and no other does", () => {
  expect(routes.length).toBeGreaterThan(40);
  expect(Object.keys(budgets.statements).toSorted()).toEqual(routes.toSorted());
});
