import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { refusedCall } from "@/lib/cli/survey-gate";

const FOLDER = "app/api/survey";

/** Every call that the app has, and the methods that its file exports. */
const CALLS = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("route.ts"))
  .map((file) => ({
    path: `/api/survey/${file.replace("/route.ts", "").replace("[quarter]", "2026-Q1")}`,
    methods: [
      ...readFileSync(`${FOLDER}/${file}`, "utf8").matchAll(/export const ([A-Z]+) =/g),
    ].map(([, method = ""]) => method),
  }));

test("every call of the survey may be asked by its own methods and no other", () => {
  expect(CALLS.length).toBeGreaterThanOrEqual(6);
  for (const { path, methods } of CALLS) {
    for (const method of ["GET", "POST", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE"]) {
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
