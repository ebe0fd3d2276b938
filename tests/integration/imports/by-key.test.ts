import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { POST } from "@/app/api/imports/[kind]/route";
import { DOCUMENT } from "@/app/api/openapi.json/document";
import { apiKeys } from "@/lib/api-keys/data";
import { forgetCalls, makeApiKey, revokeApiKey } from "@/lib/api-keys/mutations";
import { latestImports } from "@/lib/imported/data";
import { asOwner, cleanDatabases } from "../../support/databases";
import { openApiShape, otherwise } from "../../support/open-api";
import { departures, hr, LEAVERS, NOW, rowsOf, TWO_UNITS, undrawn } from "./region";

vi.stubEnv("SORTI_MODE", "production");

const openApi = openApiShape.parse(JSON.parse(JSON.stringify(DOCUMENT)));

let key = "";
let id = "";
beforeEach(async () => {
  await cleanDatabases();
  const made = await makeApiKey(hr, " Heroma ", NOW);
  [key, id] = [made?.key ?? "", made?.id ?? ""];
});

afterEach(() => void vi.useRealTimers());

type Options = { readonly query?: string; readonly headers?: Record<string, string> };

async function sent(kind: string, bytes: Uint8Array, { query = "", headers = {} }: Options = {}) {
  const request = new Request(`http://hr.example/api/imports/${kind}${query}`, {
    method: "POST",
    headers: { Authorization: `Bearer ${key}`, ...headers },
    body: new Uint8Array(bytes),
  });
  const response = await POST(request, { params: Promise.resolve({ kind }) });
  const { status } = response;
  const text = await response.text();
  const replied = { status, type: response.headers.get("content-type"), text };
  const call = { path: "/api/imports/{kind}", method: "post" };
  expect(otherwise(openApi, call, replied), "as the OpenAPI document says").toBeNull();
  return { status, body: JSON.parse(text) };
}

describe("the HR system imports by itself", () => {
  test("what it sends is in HR's list under the key's name, and departures wait for the auditor", async () => {
    expect(await sent("units", TWO_UNITS)).toMatchObject({
      status: 200,
      body: { outcome: "applied", kind: "units", added: 2, waits: false },
    });
    expect((await sent("departures", LEAVERS)).body).toMatchObject({ added: 3, waits: true });
    expect((await sent("departures", LEAVERS)).body).toMatchObject({ outcome: "nothing" });
    const lines = await latestImports(hr);
    expect(lines.map(({ importedBy }) => importedBy)).toEqual([
      "api key: Heroma",
      "api key: Heroma",
    ]);
    expect(lines.map(({ standing }) => standing)).toContain("waits");
  });

  test("a dry run writes nothing, and what would be removed must be allowed", async () => {
    expect((await sent("units", TWO_UNITS, { query: "?dry-run=1" })).body).toMatchObject({
      outcome: "dry-run",
      added: 2,
    });
    expect(await rowsOf("units")).toBe(0);
    await sent("units", TWO_UNITS);
    await sent("departures", LEAVERS);
    const fewer = departures("1001;V1;2026-03-31;resignation;;anna@home.example;sv;;");
    expect(await sent("departures", fewer)).toMatchObject({
      status: 409,
      body: { outcome: "removals", removed: 1 },
    });
    expect(await rowsOf("departures")).toBe(3);
    const allowed = await sent("departures", fewer, { query: "?allow-removals=1" });
    expect(allowed.body).toMatchObject({ outcome: "applied", removed: 1 });
  });

  test("every problem comes as a place and a sentence, without any value of the file", async () => {
    await sent("units", TWO_UNITS);
    const wrong = departures("1001;V9;2026-02-30;resignation;anna.home.example;;sv;;");
    const { status, body } = await sent("departures", wrong, {
      headers: { "Accept-Language": "sv-SE" },
    });
    expect([status, body.outcome, body.count]).toEqual([422, "problems", 3]);
    expect(body.problems).toContainEqual({
      line: 2,
      column: "unit_code",
      code: "unknown-unit",
      message: expect.stringContaining("Rätta koden"),
    });
    expect(undrawn(JSON.stringify(body))).not.toMatch(/1001|anna|V9/);
  });
});

describe("the same call again", () => {
  const named = { headers: { "Idempotency-Key": "units-2026-11-22" } };

  test("is answered the same and does nothing, also twice at once", async () => {
    const both = await Promise.all([
      sent("units", TWO_UNITS, named),
      sent("units", TWO_UNITS, named),
    ]);
    expect(both[0]).toEqual(both[1]);
    expect(both[0]?.body.outcome).toBe("applied");
    expect(await rowsOf("imports")).toBe(1);
  });

  test("with another file is refused, and after a week it is forgotten", async () => {
    await sent("units", TWO_UNITS, named);
    expect(await sent("units", TWO_UNITS.subarray(0, 90), named)).toMatchObject({
      status: 409,
      body: { outcome: "call-was-another" },
    });
    expect(await forgetCalls(new Date(Date.now() + 8 * 86_400_000))).toBe(1);
    expect((await sent("units", TWO_UNITS, named)).body.outcome).toBe("nothing");
  });
});

describe("a key", () => {
  test("is stored as a hash only, and its last day of use is known", async () => {
    await sent("units", TWO_UNITS);
    const [row] = await asOwner(
      "employer",
      "SELECT to_jsonb(k)::text AS row FROM identity.api_keys k",
    );
    expect(row?.["row"]).not.toContain(key.slice(6, 20));
    expect(await apiKeys(hr)).toMatchObject([
      { name: "Heroma", lastUsedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), revokedAt: null },
    ]);
  });

  test("that is revoked, mistyped or missing opens nothing; it is revoked once, for good", async () => {
    expect(await revokeApiKey(hr, id, NOW)).toBe(true);
    expect(await revokeApiKey(hr, id, NOW)).toBe(false);
    expect(await sent("units", TWO_UNITS)).toEqual({ status: 401, body: { error: "unknown-key" } });
    const none = await sent("units", TWO_UNITS, { headers: { Authorization: "" } });
    expect(none.status).toBe(401);
    expect(await rowsOf("units")).toBe(0);
  });

  test("needs a name", async () => {
    expect(await makeApiKey(hr, "  ", NOW)).toBeNull();
  });

  test("calls at most thirty times a minute", async () => {
    // They must not meet the minute's end on the way.
    vi.useFakeTimers({ toFake: ["Date"] });
    const all = [];
    for (let i = 0; i < 31; i += 1) all.push((await sent("nothing", TWO_UNITS)).status);
    expect(all.slice(0, 30).every((status) => status === 404)).toBe(true);
    expect(all[30]).toBe(429);
  });
});
