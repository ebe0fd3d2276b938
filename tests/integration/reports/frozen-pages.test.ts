import { createServer, type RequestListener } from "node:http";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { ReportReader } from "@/lib/auth/actor";
import { commandLineActor } from "@/lib/auth/command-line";
import { ownCalls } from "@/lib/cli/report-pages/own-call";
import { reportPages } from "@/lib/cli/report-pages/report-pages";
import { db } from "@/lib/db/clients";
import { publishReport } from "@/lib/publishing/mutations";
import { asOwner, cleanDatabases } from "../../support/databases";
import { aRegion, QUARTER } from "./a-region";

const operator = commandLineActor("operator", "test");
const ADDRESS = `/reports/${QUARTER}`;

/** A server with the reports' pages in front of a framework that writes down who it was asked by. */
async function served() {
  const asked: string[] = [];
  const now: { fails: boolean; reader: ReportReader | null } = { fails: false, reader: operator };
  const framework: RequestListener = (request, response) => {
    const { url, headers } = request;
    asked.push(
      JSON.stringify([url, headers.cookie ?? "", headers["user-agent"], headers["x-who"]]),
    );
    response.statusCode = now.fails ? 500 : 200;
    response.end(`<p>${asked.length}</p><script>1</script>`);
  };
  const server = createServer((request, response) => {
    if (calls.isOwn(request) || !pages(request, response)) framework(request, response);
  });
  const calls = ownCalls(server);
  const pages = reportPages({ gate: () => now.reader, ask: calls.ask, answer: framework });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  const origin = `http://127.0.0.1:${bound && typeof bound === "object" ? bound.port : 0}`;
  const get = async (path: string, headers: Record<string, string> = {}) => {
    const reply = await fetch(origin + path, { headers });
    return { status: reply.status, tag: reply.headers.get("etag"), text: await reply.text() };
  };
  const stop = () => new Promise((resolve) => server.close(resolve));
  return { get, asked, stop, now };
}

let here: Awaited<ReturnType<typeof served>>;

beforeEach(async () => {
  await cleanDatabases();
  await aRegion({ state: "mixed" });
  await publishReport(operator, QUARTER, new Date("2026-11-16T08:00:00Z"));
  here = await served();
});
afterEach(() => here.stop());

it("makes a report's page once for all readers and hears nothing of any of them, and again when it is corrected", async () => {
  const who = { Cookie: "session=anna; sorti-locale=en", "X-Who": "anna", "User-Agent": "hers" };
  const many = await Promise.all(Array.from({ length: 20 }, () => here.get(ADDRESS, who)));
  expect(new Set(many.map(({ text }) => text))).toEqual(new Set(["<p>1</p>"]));
  expect(here.asked).toEqual([JSON.stringify([ADDRESS, "sorti-locale=en", "node", null])]);
  const { tag } = await here.get(ADDRESS, who);
  expect((await here.get(ADDRESS, { ...who, "If-None-Match": tag ?? "" })).status).toBe(304);
  expect((await here.get(ADDRESS)).text).toBe("<p>2</p>");
  const action = {
    ...{ unitCode: "VC1", what: "Samtal", who: "Verksamhetschef", decidedOn: "2026-10-01" },
    ...{ due: "2027-01-15", control: "Följs varje månad", state: "ongoing", result: "" },
    ...{ version: 1, signedBy: "test", signedOn: "2026-10-01" },
  };
  await db("identity").action.create({ data: action });
  const note = "En åtgärd saknades.";
  await publishReport(operator, QUARTER, new Date("2026-12-01T08:00:00Z"), { note });
  expect(await here.get(ADDRESS, { ...who, "If-None-Match": tag ?? "" })).toMatchObject({
    status: 200,
    text: "<p>3</p>",
  });
});

it("keeps the list, the comparison, the dictionary and the data alike, and makes them anew when a report is corrected", async () => {
  const pages = ["/reports", "/reports/compare", "/reports/definitions", `${ADDRESS}/data`];
  const all = () => Promise.all(pages.map((path) => here.get(path)));
  const first = await all();
  for (const { text } of first) expect(text).not.toContain("<script>");
  expect(await all()).toEqual(first);
  expect(here.asked).toHaveLength(pages.length);
  await asOwner("collector", "UPDATE release.reports SET note = 'rättad'");
  const later = await all();
  expect(later.filter(({ tag }, i) => tag === first[i]?.tag)).toEqual([]);
  here.now.reader = null;
  for (const { text } of await all()) expect(text).toContain("<script>");
});

it("leaves to the framework what has no page, what failed once, and every report that is for who signs in", async () => {
  expect((await here.get(`${ADDRESS}/v/2`)).text).toContain("<script>");
  expect((await here.get("/reports/2001-Q1")).text).toContain("<script>");
  here.now.fails = true;
  expect((await here.get(ADDRESS)).status).toBe(500);
  here.now.fails = false;
  expect((await here.get(ADDRESS)).text).not.toContain("<script>");
  here.now.reader = null;
  const own = await here.get(ADDRESS, { Cookie: "session=anna" });
  expect(own.text).toContain("<script>");
  expect(here.asked.at(-1)).toContain("session=anna");
});
