import { randomBytes } from "node:crypto";
import { expect } from "@playwright/test";
import { fire } from "../fuzz/fire";
import { everyTarget } from "../fuzz/targets";
import { type Call, callsOf, openApiShape, otherwise } from "../support/open-api";
import { origin, test } from "../support/visitor";

const canary = randomBytes(32).toString("base64url");

/** A call with a body: as the document has it, cut short, and something else altogether. */
function waysToSend({ method, type, body }: Call): RequestInit[] {
  if (method === "get") return [{ redirect: "manual" }];
  const isForm = type === "application/x-www-form-urlencoded";
  const written = isForm ? String(new URLSearchParams(Object(body))) : JSON.stringify(body ?? "");
  const headers = { "Content-Type": type ?? "" };
  return [written, written.slice(0, 9), canary].map((sent) => ({
    ...{ method: "POST", headers, body: sent, redirect: "manual" },
  }));
}

test("every call of the OpenAPI document is answered as it says, asked as it says and otherwise", async () => {
  const openApi = openApiShape.parse(await (await fetch(`${origin()}/api/openapi.json`)).json());
  const reports = await (await fetch(`${origin()}/reports/catalog.jsonld`)).text();
  const [quarter = ""] = /\d{4}-Q[1-4]/.exec(reports) ?? [];
  const calls = [...callsOf(openApi, { quarter }), ...callsOf(openApi, { quarter: "2001-Q1" })];
  expect(calls.length).toBeGreaterThan(40);
  for (const call of calls) {
    for (const init of waysToSend(call)) {
      const reply = await fetch(origin() + call.at, init);
      const type = reply.headers.get("content-type");
      const replied = { status: reply.status, type, text: await reply.text() };
      expect(
        otherwise(openApi, call, replied),
        `${call.method} ${call.at} ${init.body}`,
      ).toBeNull();
    }
  }
});

test("every page of the app names its own scripts by a nonce of this answer, and has no code or style outside them", async () => {
  const asked = ["/", "/sign-in", "/withdraw", "/exit-talk", "/log", "/security", "/no-such-page"];
  const nonces: string[] = [];
  for (const path of asked) {
    const reply = await fetch(origin() + path);
    const body = await reply.text();
    const [, nonce = ""] =
      /'nonce-([\w+/=]{24})'/.exec(reply.headers.get("content-security-policy") ?? "") ?? [];
    expect(nonce, path).not.toBe("");
    nonces.push(nonce);
    const scripts = body.match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length, path).toBeGreaterThan(0);
    expect(scripts.filter((one) => !one.includes(`nonce="${nonce}"`))).toEqual([]);
    expect(body.replace(/<script\b[\s\S]*?<\/script>/g, "")).not.toMatch(/<style|\s(style|on\w+)=/);
    expect([...reply.headers.keys()].join(" "), path).not.toMatch(/\b(server|x-powered-by)\b/);
  }
  expect(new Set(nonces).size).toBe(asked.length);
});

test("no page of who is signed in may be kept by a browser, nor a file that is fetched there", async () => {
  const body = new URLSearchParams({ email: "hr@norrsjo.example", password: "prova-sorti" });
  const signedIn = await fetch(`${origin()}/sign-in/demo`, {
    ...{ method: "POST", body, redirect: "manual", headers: { Origin: origin() } },
  });
  const [cookie = ""] = signedIn.headers.getSetCookie().map((one) => one.split(";")[0] ?? "");
  for (const path of [
    "/hr",
    "/hr/units",
    "/hr/import",
    "/account",
    "/hr/downloads/units?format=csv",
  ]) {
    const reply = await fetch(origin() + path, { headers: { Cookie: cookie }, redirect: "manual" });
    expect([path, reply.status]).toEqual([path, 200]);
    expect(reply.headers.get("cache-control"), path).toContain("no-store");
    await reply.arrayBuffer();
  }
});

test("made-up requests at every call, form and page bring no failure and give nothing back", async () => {
  const { problems } = await fire(origin(), {
    targets: everyTarget(),
    seed: 7,
    shots: 200,
    lanes: 4,
  });
  expect(problems).toEqual([]);
});
