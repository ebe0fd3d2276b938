import { describe, expect, test } from "vitest";
import { failureLine } from "@/lib/cli/failure-line";

const SECRET = "anna.andersson@region.example 19800101-1234";

describe("a page that fails leaves one line in the log", () => {
  test("route, class of error and the number that its reader was shown", () => {
    const error = Object.assign(new TypeError(SECRET), { digest: "2904823374" });
    expect(failureLine(error, "/hr/units/[code]/page")).toBe(
      "A page failed: /hr/units/[code] (TypeError, number 2904823374)",
    );
    expect(failureLine(new Error("x"), "/")).toBe("A page failed: / (Error)");
    expect(failureLine(error, "/reports/[quarter]/data.csv/route")).toContain("/data.csv (");
  });

  test("no value, whatever the error and the route carry", () => {
    const named = Object.assign(new Error(SECRET), { name: SECRET, digest: SECRET });
    for (const error of [named, SECRET, { digest: SECRET }, null, undefined])
      for (const route of [`/hr/units/${SECRET}`, "/hr/units/VC1", "/hr/invitations/[id]"])
        expect(failureLine(error, route)).toMatch(
          /^A page failed: (\/hr\/invitations\/\[id\]|\(unknown route\)) \(Error\)$/,
        );
  });

  test("nothing of the survey's own calls, whose hour could be an answer's", () => {
    for (const route of ["/api/survey/responses/route", "/api/survey/receipts/[quarter]", "/svar"])
      expect(failureLine(new Error("x"), route)).toBeNull();
  });
});
