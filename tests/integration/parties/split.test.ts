import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DEMO_PASSWORD } from "@/lib/auth/demo-accounts";
import { asOwner } from "../../support/databases";
import type { Party } from "../../support/party";
import { listed } from "../../support/respondent";
import type { Tap } from "../../support/tap";
import { BOTH, NOW, startTwoParties, type TwoParties } from "../../support/two-parties";
import { callsAnswerThePageOnly } from "./cross-origin";
import { endsInOrder, printedOnlyLog } from "./ending";
import { metricsHold, metricsOf } from "./monitoring";
import { answerInBrowser, answerWithoutBrowser, inviteLeavers, LEAVERS } from "./people";
import { reportPagesHold, signComment } from "./report-pages";

let parties: TwoParties;
let issuer: Party;
let collector: Party;
let issuers: Tap;
let collectors: Tap;

beforeAll(async () => {
  parties = await startTwoParties();
  ({ issuer, collector, issuers, collectors } = parties);
});
afterAll(() => parties?.stop());

const post = (tapped: Tap, call: string, headers: Record<string, string> = {}, body = "{}") =>
  fetch(`${tapped.origin}${call}`, { method: "POST", headers, body });

test("neither process was given a way into the other's database", () => {
  const names = (party: Party) => party.environment().match(/(?<=DATABASE_URL_)\w+/g) ?? [];
  expect(names(issuer).sort()).toEqual(["CONFIRMER", "IDENTITY", "ISSUER", "PRINTER", "READER"]);
  expect(names(collector).sort()).toEqual(["COLLECTOR", "MIXER", "OPERATOR", "READER"]);
  for (const party of [issuer, collector]) expect(party.environment()).not.toContain("OWNER_URL");
});

test("each serves its own pages and calls, says that the other's do not exist, and reports its own health only", async () => {
  const status = async (tapped: Tap, address: string) =>
    (await fetch(`${tapped.origin}${address}`, { redirect: "manual" })).status;
  for (const address of ["/svar", "/operator", "/reports", "/log", "/api/survey/manifest"]) {
    expect(await status(issuers, address), `issuer ${address}`).toBe(404);
  }
  for (const address of ["/hr", "/exit-talk/x", "/inbox"]) {
    expect(await status(collectors, address), `collector ${address}`).toBe(404);
  }
  expect((await post(collectors, "/api/survey/credential")).status).toBe(404);
  expect((await post(issuers, "/api/survey/responses")).status).toBe(404);
  expect([await status(issuers, "/"), await status(collectors, "/svar")]).toEqual([200, 200]);
  const missing = await (await fetch(`${issuers.origin}/svar`)).text();
  expect(missing, "a person is told so in words").toContain("Sidan finns inte");
  const checks = async (tapped: Tap) => (await fetch(`${tapped.origin}/api/health`)).text();
  expect(await checks(issuers)).toContain('"ok":true');
  expect(await checks(collectors)).toContain('"ok":true');
  expect(await checks(issuers)).not.toMatch(/mixer|external party/);
  expect(await checks(collectors)).not.toMatch(/identity|employer/);
});

test("each is measured by whoever shows the token, by route and never by value; for anybody else there is nothing", async () => {
  await metricsHold(parties);
});

test("neither claims to be run by one party", async () => {
  for (const tapped of [issuers, collectors]) {
    const source = await (await fetch(tapped.origin)).text();
    // The scripts carry every sentence that a page may say.
    const page = source.replaceAll(/<script[\s\S]*?<\/script>/g, "");
    expect(page).not.toContain("en enda part");
    expect(page).toContain("Demonstration");
  }
});

test("the collector's questions are answered for whoever knows the secret, and do not exist for anybody else", async () => {
  const secret = collector.settings["SORTI_PARTY_SECRET"] ?? "";
  const asked = async (
    authorization: string,
    call = "stop-issuing",
    body = '{"quarter":"2026-Q1"}',
  ) => (await post(issuers, `/api/party/${call}`, { Authorization: authorization }, body)).status;
  expect(await asked("")).toBe(404);
  expect(await asked(`Bearer ${secret.slice(1)}`)).toBe(404);
  expect(await asked(`Bearer ${secret}`, "departures")).toBe(404);
  expect(await asked(`Bearer ${secret}`, "stop-issuing", '{"quarter":"x"}')).toBe(400);
  expect(await asked(`Bearer ${secret}`)).toBe(200);
  expect((await post(collectors, "/api/party/stop-issuing")).status).toBe(404);
});

test("the issuer's two calls answer to the collector's page and to no other", () =>
  callsAnswerThePageOnly(parties));

test("a mail program's one click stops reminders from whatever page it is pressed on", async () => {
  for (const Origin of ["null", "https://mail.example"]) {
    const reply = await fetch(`${issuers.origin}/api/reminders/${"A".repeat(43)}`, {
      method: "POST",
      headers: { Origin },
      body: new URLSearchParams("List-Unsubscribe=One-Click"),
    });
    expect(reply.status, Origin).toBe(204);
    expect(reply.headers.get("access-control-allow-origin"), Origin).toBeNull();
  }
});

test("the page may speak to its own origin and to the issuer, and to nobody else", async () => {
  const { headers } = await fetch(`${collectors.origin}/svar`);
  expect(headers.get("content-security-policy")).toContain(
    `; connect-src 'self' ${issuers.origin}; `,
  );
  expect(headers.get("set-cookie")).toBeNull();
});

const heardAt = (tapped: Tap) =>
  tapped.heard
    .map(({ url, headers, body }) => `${url} ${JSON.stringify(headers)} ${body}`)
    .join("\n");

test("a person answers over both by a mailed link, and neither learns what is the other's; the quarter is counted and reported", async () => {
  const links = await inviteLeavers(parties);
  const [first = "", ...others] = links;
  expect(first.startsWith(`${collectors.origin}/svar#`), "the page is the collector's").toBe(true);
  issuers.heard.length = 0;
  collectors.heard.length = 0;
  const receipt = await answerInBrowser(parties, first);
  const asked = (tapped: Tap) =>
    tapped.heard
      .map(({ method, url }) => `${method} ${url}`)
      .filter((one) => one.includes("/api/"));
  expect(asked(issuers)).toEqual([
    "OPTIONS /api/survey/invitation",
    "POST /api/survey/invitation",
    "OPTIONS /api/survey/credential",
    "POST /api/survey/credential",
  ]);
  expect(asked(collectors)).toEqual(["GET /api/survey/manifest", "POST /api/survey/responses"]);
  for (const link of others) {
    const before = await metricsOf(parties);
    await answerWithoutBrowser(parties, link);
    expect(await metricsOf(parties), "monitoring cannot tell that somebody answered").toEqual(
      before,
    );
  }
  const atIssuer = heardAt(issuers);
  expect(atIssuer).not.toMatch(/sealed|withdrawalHash|must-not-go/);
  for (const link of links) {
    const token = link.split("#")[1] ?? "";
    expect(atIssuer, "the issuer's tap hears tokens").toContain(token);
    expect(heardAt(collectors)).not.toContain(token);
  }

  await collector.sorti(`round close ${NOW}`);
  expect(
    await asOwner("employer", "SELECT state, issued FROM issuer.rounds ORDER BY quarter"),
  ).toEqual([
    { state: "grace", issued: LEAVERS },
    { state: "issuing", issued: null },
  ]);
  await new Promise((resolve) => setTimeout(resolve, 1100));
  await collector.sorti(`round close ${NOW}`);
  await collector.sorti(`round peel ${NOW}`, BOTH);
  await collector.sorti(`round count ${NOW}`, BOTH);
  const lists = await (await fetch(`${collectors.origin}/api/survey/receipts/${NOW}`)).json();
  expect(lists.reached).toHaveLength(LEAVERS);
  expect(lists.reached).toContain(await listed(receipt));
  expect(lists.dropped).toBe(0);
  await signComment();
  expect(await collector.sorti(`report publish ${NOW}`)).toContain("version 1 is published");
  const report = await (await fetch(`${collectors.origin}/reports/${NOW}/data.json`)).text();
  expect(report, "the employer's figures are in it").toContain("Björken");
  expect(report).not.toContain("home.example");
});

test("the report's pages and files are the external party's, whole and without a script, with the employer's figures and HR's words", () =>
  reportPagesHold(parties));

test("an operator signs in at the collector with an account that is nobody's at the issuer", async () => {
  const email = "operator@norrsjo.example";
  await asOwner(
    "collector",
    "INSERT INTO accounts.users (id, email, name, roles, demo) VALUES ($1, $2, 'Ida', '{operator}', true)",
    [randomUUID(), email],
  );
  const signIn = async ({ origin }: Tap): Promise<number> => {
    const reply = await fetch(`${origin}/sign-in/demo`, {
      method: "POST",
      redirect: "manual",
      headers: { Origin: origin },
      body: new URLSearchParams({ email, password: DEMO_PASSWORD }),
    });
    const [held = ""] = reply.headers.getSetCookie().map((one) => one.split(";")[0] ?? "");
    const headers = { Cookie: held };
    const page = await fetch(`${origin}/operator`, { redirect: "manual", headers });
    return page.status;
  };
  expect(await signIn(collectors)).toBe(200);
  expect(await signIn(issuers), "not known here, not served here").toBe(404);
  const seen = await asOwner<{ page: string }>("collector", "SELECT page FROM accounts.accesses");
  expect(seen.map(({ page }) => page).sort()).toEqual(["/operator", "/sign-in demo"]);
});

test("a party that is asked to end answers what it has begun, takes nothing new and is gone within ten seconds; it has printed lines of its log and nothing else", async () => {
  for (const party of [collector, issuer]) {
    await endsInOrder(party);
    printedOnlyLog(party);
  }
});
