import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { DOCUMENT } from "@/app/api/openapi.json/document";
import { SURVEY_CALLS } from "@/lib/doors/survey-calls";
import { callsOf, openApiShape, otherwise } from "../../support/open-api";

const document = openApiShape.parse(JSON.parse(JSON.stringify(DOCUMENT)));

/** Calls that no program of somebody else's makes, and whose they are. */
const INTERNAL: Readonly<Record<string, string>> = {
  "/api/auth/backchannel-logout": "the region's own sign-in, when somebody signs out there",
  "/api/auth/[...nextauth]": "the region's own sign-in, by the browser",
  "/api/ceremony": "the files that one custodian's page hands to the other's",
  "/api/health": "the load balancer's (docs/runbook.md)",
  "/api/health/live": "the load balancer's (docs/runbook.md)",
  "/api/import-drafts": "a form of HR's import page",
  "/api/import-drafts/confirmed": "a form of HR's import page",
  "/api/import-undos": "a form of HR's import page",
  "/api/metrics": "monitoring's",
  "/api/openapi.json": "the document itself",
  "/api/party/[call]": "between the two parties",
};

const routes = [
  ...readdirSync("app/api", { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "route.ts")
    .map((file) => `/api/${path.dirname(file)}`),
  ...SURVEY_CALLS.map((call) => call.replace("*", "[quarter]")),
];

describe("the interface as OpenAPI", () => {
  test("has every call, or the call is listed as internal", () => {
    expect(routes.length).toBeGreaterThan(15);
    const documented = Object.keys(document.paths).map((one) => one.replace(/\{(\w+)\}/g, "[$1]"));
    expect(routes.filter((one) => !documented.includes(one) && !(one in INTERNAL))).toEqual([]);
    expect(documented.filter((one) => one in INTERNAL)).toEqual([]);
    const ofApi = documented.filter((one) => one.startsWith("/api/"));
    expect(ofApi.filter((one) => !routes.includes(one))).toEqual([]);
  });

  test("gives every call an example of what it wants that its own schema accepts", () => {
    const bodies = Object.values(document.paths)
      .flatMap((methods) => Object.values(methods))
      .flatMap(({ requestBody }) => Object.values(requestBody?.content ?? {}));
    expect(bodies.length).toBeGreaterThan(8);
    for (const { schema, example } of bodies) {
      if (schema) expect(z.fromJSONSchema(schema).safeParse(example).error).toBeUndefined();
    }
  });

  test("fills an address with its examples, or with others", () => {
    const receipts = callsOf(document, { quarter: "2025-Q1" }).find(({ path: at }) =>
      at.startsWith("/api/survey/receipts"),
    );
    expect(receipts?.at).toBe("/api/survey/receipts/2025-Q1");
  });

  test("says of a reply that is not as documented what is wrong with it", () => {
    const call = { path: "/api/survey/receipts/{quarter}", method: "get" };
    const json = { type: "application/json" };
    const good = { ...json, status: 200, text: '{"reached":[],"carried":[],"dropped":0}' };
    expect(otherwise(document, call, good)).toBeNull();
    const people = { ...good, text: '{"reached":[],"carried":[],"dropped":0,"people":[]}' };
    expect(otherwise(document, call, people)).toContain("people");
    expect(otherwise(document, call, { ...good, status: 500 })).toBe("500 is not documented");
    expect(otherwise(document, call, { ...good, type: "text/html" })).toContain("text/html");
  });
});
