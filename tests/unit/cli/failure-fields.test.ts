import { describe, expect, test } from "vitest";
import { failureFields } from "@/lib/cli/failure-fields";
import { logLine } from "@/lib/log";

const SECRET = "anna.andersson@region.example 19800101-1234";

function told(error: unknown, route: string): unknown {
  const fields = failureFields(error, route);
  if (fields === null) return null;
  const { route: where, failure, number } = JSON.parse(logLine("page-failed", fields, new Date()));
  return { route: where, failure, number };
}

describe("a page that fails leaves one line in the log", () => {
  test("route, class of error and the number that its reader was shown", () => {
    const error = Object.assign(new TypeError(SECRET), { digest: "2904823374" });
    expect(told(error, "/hr/units/[code]/page")).toEqual({
      route: "/hr/units/[code]",
      failure: "TypeError",
      number: "2904823374",
    });
    expect(told(new Error("x"), "/")).toEqual({ route: "/", failure: "Error" });
    expect(told(error, "/reports/[quarter]/data.csv/route")).toMatchObject({
      route: "/reports/[quarter]/data.csv",
    });
  });

  test("no value, whatever the error and the route carry", () => {
    const named = Object.assign(new Error(SECRET), { name: SECRET, digest: SECRET });
    for (const error of [named, SECRET, { digest: SECRET }, null, undefined])
      for (const route of [`/hr/units/${SECRET}`, "/hr/units/VC1", "/hr/invitations/[id]"])
        expect(JSON.stringify(told(error, route))).not.toMatch(/anna|1980|VC1/);
  });

  test("nothing of the survey's own calls, whose hour could be an answer's", () => {
    for (const route of ["/api/survey/responses/route", "/api/survey/receipts/[quarter]", "/svar"])
      expect(failureFields(new Error("x"), route)).toBeNull();
  });
});
