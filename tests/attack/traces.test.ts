import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "@playwright/test";
import { beforeEach, expect, test } from "vitest";
import { filesHolding } from "@/lib/attack/data";
import { asOwner } from "../support/databases";
import { instanceForEachTest } from "./support/attacked-instance";
import { serverFiles } from "./support/backup";
import { personalBrowser, scanner } from "./support/browser";
import { needlesOf } from "./support/needles";
import { held, mailedLink } from "./support/visitor";

const instance = instanceForEachTest();
let profile: string;
beforeEach(() => {
  profile = mkdtempSync(path.join(tmpdir(), "sorti-profile-"));
});

const word = `kanarie${randomBytes(10).toString("hex")}`;
const go = (page: Page) => page.getByRole("button", { name: "Fortsätt", exact: true }).click();

/** From the start page to the receipt, with a word of one's own. */
async function answerAsPerson(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole("button", { name: "Börja", exact: true }).click();
  for (let step = 0; step < 4; step += 1) {
    const text = page.locator("textarea");
    if ((await text.count()) > 0) await text.fill(word);
    await go(page);
  }
  await page.getByRole("button", { name: "Skicka", exact: true }).click();
  await page.getByRole("heading", { name: "Tack." }).waitFor();
}

test("a link, an address and an answer leave no trace: not in an address, a header, a log, the other party's tables or the browser", async () => {
  const token = await mailedLink();
  const email = `${word}@example.org`;
  await asOwner(
    "employer",
    `INSERT INTO identity.departures (id, pseudonym, unit_code, last_day, kind, email, language, delivery, protected)
     VALUES ($1, 'p', 'A', '2026-01-31', 'resigned', $2, 'sv', 'email', false)`,
    [randomUUID(), email],
  );
  const browser = await personalBrowser(profile);
  const page = await browser.newPage();
  const said: string[] = [];
  page.on("console", (message) => said.push(message.text()));
  await answerAsPerson(page, `${instance().origin}/svar#${token}`);

  const left = await page.evaluate(async () => ({
    address: location.href,
    history: JSON.stringify(history.state),
    local: JSON.stringify(localStorage),
    session: JSON.stringify(sessionStorage),
    cookies: document.cookie,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    // The tab's own first entry keeps the address it was opened with, in memory, as long as the tab is open.
    timings: performance.getEntriesByType("resource").map(({ name }) => name),
  }));
  const cookies = await browser.cookies();
  await browser.close();

  expect(left).toMatchObject({
    address: `${instance().origin}/svar`,
    history: expect.stringMatching(/^(null|\{"place":\d\})$/),
    local: "{}",
    session: "{}",
    cookies: "",
    databases: 0,
    caches: 0,
    workers: 0,
  });
  expect(cookies).toEqual([]);
  expect(JSON.stringify([left, said])).not.toContain(token);
  expect(JSON.stringify([left, said])).not.toContain(word);

  const doors = instance()
    .calls.filter(({ body }) => body.includes(token))
    .map(({ url }) => url);
  expect(doors).toEqual(["/api/survey/invitation", "/api/survey/credential"]);
  for (const { url, requestHeaders, responseHeaders, reply, body } of instance().calls) {
    const seen = `${url} ${requestHeaders} ${responseHeaders} ${reply}`;
    expect(seen).not.toContain(token);
    expect(`${seen} ${body}`).not.toContain(word);
    expect(requestHeaders).not.toMatch(/"(referer|cookie)"/);
    expect(responseHeaders).not.toMatch(/set-cookie/i);
  }
  expect(await held()).toEqual({ issued: 1, received: 1 });
  await nowhereInFiles(token, email);
});

/** A browser's own list of visited addresses, and of open tabs. */
const BY_THE_BROWSER = /(History|Favicons|Shortcuts|ukm_db|Sessions)/;

/** The other party's tables, the log, the WAL and the browser's profile hold neither link nor answer. */
async function nowhereInFiles(token: string, email: string): Promise<void> {
  await asOwner("collector", "CHECKPOINT");
  const { tables, wal, log } = await serverFiles();
  const [row] = await asOwner<{ oid: number }>(
    "collector",
    "SELECT oid FROM pg_database WHERE datname = current_database()",
  );
  const raw = Buffer.from(token, "base64url");
  const links = [...needlesOf(token), raw];
  const answers = needlesOf(word);
  const collector = path.join(tables, String(row?.oid));
  expect(filesHolding([collector], [...links, ...answers, ...needlesOf(email)]).found).toEqual([]);
  expect(filesHolding([tables, wal, log], links).found).toEqual([]);
  expect(filesHolding([log], [...answers, ...needlesOf(email)]).found).toEqual([]);
  expect(filesHolding([profile], answers).found).toEqual([]);
  // Browsers write down the address they were asked to open; no page can take that back, and says so.
  const elsewhere = filesHolding([profile], links).found.filter(
    (file) => !BY_THE_BROWSER.test(file),
  );
  expect(elsewhere).toEqual([]);
  rmSync(profile, { recursive: true, force: true });
  // The search bites: the address stands where it belongs.
  expect(filesHolding([tables], needlesOf(email)).found.length).toBeGreaterThan(0);
}

/** Three scanners that run the page's scripts and move about on it; `more`: what else a page may do in them. */
async function scanned(token: string, more = async (_: Page) => undefined as unknown) {
  const browser = await scanner();
  for (let i = 0; i < 3; i += 1) {
    const page = await browser.newPage();
    await page.goto(`${instance().origin}/svar${i === 1 ? "%23" : "#"}${token}`);
    await page.getByRole("button", { name: "Börja", exact: true }).waitFor();
    await page.mouse.move(100, 100);
    await page.mouse.wheel(0, 400);
    await more(page);
  }
  await browser.close();
  return instance()
    .calls.filter(({ method }) => method === "POST")
    .map(({ url }) => url);
}

test("twenty scanner fetches and three scanners with scripts but no gesture use up nothing and ask for nothing", async () => {
  const token = await mailedLink();
  const shapes = [`/svar#${token}`, `/svar%23${token}`, `/svar?x=1#${token}`, "/svar/"];
  const fetched = Array.from({ length: 20 }, (_, i) =>
    fetch(`${instance().origin}${shapes[i % 4]}`, { method: i % 5 === 4 ? "HEAD" : "GET" }),
  );
  expect(new Set((await Promise.all(fetched)).map(({ status }) => status))).toEqual(new Set([200]));
  expect(await scanned(token)).toEqual([]);
  expect(await held()).toEqual({ issued: 0, received: 0 });
});

test("broken on purpose, and caught: a page that begins by itself", async () => {
  const begins = async (page: Page) => {
    await page.getByRole("button", { name: "Börja", exact: true }).evaluate((button) => {
      if (button instanceof HTMLElement) button.click();
    });
    await page.getByRole("heading", { name: "Stämmer det här?" }).waitFor();
  };
  const asked = await scanned(await mailedLink(), begins);
  expect(new Set(asked)).toEqual(new Set(["/api/survey/invitation"]));
});

test("a link whose # became %23 on the way opens, and a reload in the middle costs only the reload", async () => {
  const token = await mailedLink();
  const browser = await personalBrowser(profile);
  const page = await browser.newPage();
  await page.goto(`${instance().origin}/svar%23${token}`);
  await page.getByRole("button", { name: "Börja", exact: true }).click();
  await go(page);
  await page.reload();
  expect(page.url()).not.toContain(token);
  expect(await page.evaluate(() => JSON.stringify(localStorage))).toBe("{}");
  await answerAsPerson(page, `${instance().origin}/svar%23${token}`);
  expect(filesHolding([profile], needlesOf(word)).found).toEqual([]);
  // Broken on purpose, and caught: a page that keeps what was written.
  await page.evaluate((text) => localStorage.setItem("kept", text), word);
  await browser.close();
  expect(filesHolding([profile], needlesOf(word)).found.length).toBeGreaterThan(0);
  rmSync(profile, { recursive: true, force: true });
  expect(await held()).toEqual({ issued: 1, received: 1 });
});
