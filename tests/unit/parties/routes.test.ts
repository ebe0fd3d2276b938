import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { SURVEY_CALLS } from "@/lib/doors/survey-calls";
import { isServed, ownerOf } from "@/lib/parties/routes";

/** The addresses that the folders of app/ make, with a value where one is asked for, and the survey's calls. */
const PAGES = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
  .map((file) => `/${file.replace(/\/?(page\.tsx|route\.ts)$/, "")}`)
  .map((path) => path.replaceAll(/\[[^\]]+\]/g, "x"));
const ROUTES = [...PAGES, ...SURVEY_CALLS];

test("every page and call is known as one party's, or as served by each about itself", () => {
  expect(ROUTES.length).toBeGreaterThan(25);
  expect(ROUTES.filter((path) => ownerOf(path) === null)).toEqual([]);
});

test("the page of the survey and its files are the collector's, also by a link that a mailer has mangled", () => {
  for (const path of ["/svar", "/svar/", "/svar/svar-ABC.js", "/svar%23token", "/svar/%23token"]) {
    expect(ownerOf(path), path).toBe("collector");
  }
  for (const path of ["/exit-talk%23token", "/reminders/%23token"]) {
    expect(ownerOf(path), path).toBe("issuer");
  }
});

describe("a party serves its own pages and calls, and knows nothing of the other's", () => {
  const ISSUERS = [
    "/hr",
    "/hr/units/V1?x=1",
    "/preview/quarter/2026-Q3",
    "/exit-talk/abc",
    "/api/survey/invitation",
    "/api/survey/credential",
    "/api/import-drafts",
    "/api/import-undos",
    "/api/party/stop-issuing",
  ];
  const COLLECTORS = [
    "/svar",
    "/operator",
    "/preview/abc",
    "/reports/2026-Q3/data.json",
    "/log",
    "/withdraw",
    "/api/survey/manifest",
    "/api/survey/responses",
    "/api/survey/withdrawals",
    "/api/survey/receipts/2026-Q3",
  ];
  const EACH = ["/", "/?x=1", "/sign-in", "/api/health", "/sign-in/link", "/_next/static/x.js"];

  test.each([
    ["issuer", [...ISSUERS, ...EACH], COLLECTORS],
    ["collector", [...COLLECTORS, ...EACH], ISSUERS],
    ["both", [...ISSUERS, ...COLLECTORS, ...EACH], []],
  ] as const)("%s", (parts, served, not) => {
    expect(served.filter((path) => !isServed(path, parts))).toEqual([]);
    expect(not.filter((path) => isServed(path, parts))).toEqual([]);
  });
});

test.each([
  "//hr",
  "/%68r",
  "/HR",
  "/./hr",
  "/sign-in/../hr",
  "/sign-in/%2e%2E/hr",
  "/sign-in\\..\\hr",
  "/svarare",
  "/api",
  "/api/survey",
  "http://x/hr",
  "",
])("no other spelling gets past the table: %s", (path) => {
  expect(ownerOf(path)).toBeNull();
});
