import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { accessFilter, filterQuery, momentsOf } from "@/lib/access/filter";

const read = (query: string) => accessFilter(new URLSearchParams(query));

describe("what the auditor looks for", () => {
  test("stands in the address, and the address gives it back", () => {
    const query = "who=Anna&page=%2Fhr%2Funits&from=2026-11-01&to=2026-11-22";
    expect(read(query)).toEqual({
      who: "Anna",
      page: "/hr/units",
      from: "2026-11-01",
      to: "2026-11-22",
    });
    expect(filterQuery(read(query))).toBe(query);
    expect(filterQuery(read(""))).toBe("");
  });

  test("is left out where it is no day", () => {
    expect(read("from=2026-02-30&to=yesterday")).toMatchObject({ from: null, to: null });
  });

  test("spans whole days in Sweden, summer and winter", () => {
    expect(momentsOf({ from: "2026-07-01", to: "2026-11-22" })).toEqual({
      gte: new Date("2026-06-30T22:00:00Z"),
      lt: new Date("2026-11-22T23:00:00Z"),
    });
    expect(momentsOf({ from: null, to: null })).toEqual({});
  });
});

/** What shows something to whoever has signed in: pages, and files that are fetched. */
const served = ["hr", "operator", "auditor"].flatMap((area) =>
  readdirSync(`app/${area}`, { recursive: true, encoding: "utf8" })
    .filter((name) => /(^|\/)(page\.tsx|route\.ts)$/.test(name))
    .map((name) => `app/${area}/${name}`),
);

/** Notes itself, or is a table's file, which is noted where all of them are made. */
const isNoted = (file: string) =>
  /await recordAccess\(|return tableFile\(request/.test(readFileSync(file, "utf8"));

test("every page and file of HR, operator and auditor is noted when it is opened", () => {
  expect(served.length).toBeGreaterThan(30);
  expect(served.filter((file) => !isNoted(file))).toEqual([]);
  expect(isNoted("app/hr/downloads/table-file.ts")).toBe(true);
  expect(isNoted("app/security/page.tsx")).toBe(false);
});
