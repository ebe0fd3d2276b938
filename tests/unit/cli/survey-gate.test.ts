import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { refusedCall } from "@/lib/cli/survey-gate";
import { SURVEY_CALLS } from "@/lib/doors/survey-calls";

/** Every call that the page about them promises, with the methods that go along with its own. */
const CALLS = [
  ...readFileSync("docs/api.md", "utf8").matchAll(/^### `(GET|POST) (\/api\/survey\/[^`]+)`/gm),
].map(([, method, path = ""]) => ({
  path: path.replace("{quarter}", "2026-Q1"),
  methods: method === "GET" ? ["GET", "HEAD"] : ["POST", "OPTIONS"],
}));

test("there is every call of the survey that docs/api.md promises and none besides, each by its own methods and no other", () => {
  expect(CALLS.map(({ path }) => path.replace("2026-Q1", "*")).toSorted()).toEqual(SURVEY_CALLS);
  for (const { path, methods } of CALLS) {
    for (const method of ["GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE"]) {
      const refused = refusedCall(method, path, true);
      expect(refused?.status ?? "asked", `${method} ${path}`).toBe(
        methods.includes(method) ? "asked" : 405,
      );
    }
  }
});

test("a call that does not exist, or is the other party's, is refused in the survey's own words and headers", () => {
  const unknown = [
    "/api/survey",
    "/api/survey/x",
    "/api/survey/receipts/a/b",
    "/api/survey/manifest/",
  ];
  for (const path of unknown) {
    expect(refusedCall("GET", path, true)).toMatchObject({
      status: 404,
      body: '{"error":"no-such-call"}',
      headers: { "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" },
    });
  }
  expect(refusedCall("POST", "/api/survey/responses", false)).toMatchObject({ status: 404 });
  expect(refusedCall("GET", "/api/surveys", true)).toBeNull();
  expect(refusedCall("GET", "/hr", false)).toBeNull();
});
