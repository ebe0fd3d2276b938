import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { SURVEY_CALLS } from "@/lib/doors/survey-calls";
import { countedAs } from "@/lib/metrics/counted-routes";

const ROUTES = [
  { page: "/hr", form: /^\/hr\/?$/ },
  { page: "/hr/units/[code]", form: /^\/hr\/units\/([^/]+?)\/?$/ },
];

test("a request is counted as its route is called, and as its area where no route has that form", () => {
  expect(countedAs("/hr?sok=Anna", ROUTES)).toBe("/hr");
  expect(countedAs("/hr/units/VC1", ROUTES)).toBe("/hr/units/[code]");
  expect(countedAs("/hr/anna.andersson/x", ROUTES)).toBe("/hr (other)");
  expect(countedAs("/hrx", ROUTES)).toBeNull();
});

/** What a leaver opens, what their browser fetches with it, and what is linked from there. */
const LEAVERS =
  /^\/(svar|withdraw|receipts|exit-talk|reminders|security|accessibility|privacy|log|api\/(survey|reminders))(\/|$)/;

test("no page or call that a leaver may open is counted: its minute could be the minute of an answer", () => {
  const routes = readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((name) => /(^|\/)(page\.tsx|route\.ts)$/.test(name))
    .map((name) => `/${name.replace(/\/?(page\.tsx|route\.ts)$/, "")}`);
  const leavers = [...routes, ...SURVEY_CALLS].filter((route) => LEAVERS.test(route));
  expect(leavers.length).toBeGreaterThan(12);
  const beside = ["/", "/svar", "/svar/svar-x.js", "/svar%23x", "/favicon.ico", "/icon.svg"];
  for (const path of [...leavers, ...beside, "/_next/static/x.js", "/api/metrics", "/language"])
    expect(countedAs(path, ROUTES), path).toBeNull();
});
