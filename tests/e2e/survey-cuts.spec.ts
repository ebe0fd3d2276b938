import { createHash } from "node:crypto";
import { expect, type Page, type Request, type Route } from "@playwright/test";
import { inDemonstration } from "../support/demonstration-database";
import { origin, test } from "../support/visitor";
import { forward, heading, openSurvey, openTokens, PAGES } from "./survey-walk";

test.describe.configure({ mode: "serial" });

let tokens: readonly string[] = [];

const hashOf = (token: string) =>
  createHash("sha256").update(Buffer.from(token, "base64url")).digest("hex");

/** The links by which somebody has answered, as the issuer knows them. */
async function redeemed(): Promise<ReadonlySet<string>> {
  const sql = "SELECT encode(token_hash, 'hex') AS hash FROM issuer.redemptions";
  const rows = await inDemonstration<{ hash: string }>("employer", sql);
  return new Set(rows.map(({ hash }) => hash));
}

test.beforeAll(async ({ browser }) => {
  const page = await browser.newPage();
  const used = await redeemed();
  // The first nine are the other tests' of the survey; the story's person may have answered by one of the rest.
  const rest = (await openTokens(page, origin(), 20)).slice(9);
  tokens = rest.filter((token) => !used.has(hashOf(token)));
  await page.close();
  expect(tokens.length, "the demonstration has open links").toBeGreaterThanOrEqual(2);
});

/** What the two parties hold. */
async function held() {
  const count = async (side: "employer" | "collector", table: string) => {
    const [row] = await inDemonstration<{ n: number }>(
      side,
      `SELECT count(*)::int n FROM ${table}`,
    );
    return row?.n ?? Number.NaN;
  };
  return {
    issued: await count("employer", "issuer.redemptions"),
    received: await count("collector", "collector.inbox"),
  };
}

const oneMore = ({ issued, received }: Awaited<ReturnType<typeof held>>) => ({
  issued: issued + 1,
  received: received + 1,
});

/** From the start page to where *Skicka* stands. */
async function answer(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Börja", exact: true }).click();
  await forward(page);
  await page.getByLabel("Jag har sagt upp mig och lämnar regionen").check();
  for (let passed = 0; passed < PAGES; passed += 1) await forward(page);
}

const send = (page: Page) => page.getByRole("button", { name: "Skicka", exact: true }).click();
const again = (page: Page) => page.getByRole("button", { name: "Försök igen" }).click();
const stored = (page: Page) => page.evaluate(() => localStorage.length);

type Cut = { readonly door: string; readonly after: boolean };

/** The line breaks on a call once, before it leaves or after the server has answered; then it is whole again. */
async function cutOnce(page: Page, { door, after }: Cut): Promise<void> {
  const cut = async (route: Route) => {
    if (after) expect((await route.fetch()).ok(), `${door} was answered`).toBe(true);
    await route.abort("connectionreset");
  };
  await page.route(`**/api/survey/${door}`, cut, { times: 1 });
}

async function waits(page: Page): Promise<void> {
  await expect(page.getByRole("alert")).toContainText("Inget du svarat är borta");
  expect(await stored(page)).toBe(1);
}

test("a line that is cut before and after both calls, and a tab that is killed between them, cost nothing: one answer arrives, once", async ({
  context,
}) => {
  // Pages of their own: the browser itself reports the cut line on the console.
  const page = await context.newPage();
  const before = await held();
  await openSurvey(page, origin(), tokens[0] ?? "");
  await answer(page);
  await cutOnce(page, { door: "credential", after: false });
  await send(page);
  await waits(page);
  expect(await held()).toEqual(before);
  await cutOnce(page, { door: "credential", after: true });
  await again(page);
  await waits(page);
  await cutOnce(page, { door: "responses", after: false });
  await again(page);
  await waits(page);
  expect(await held()).toEqual({ ...before, issued: before.issued + 1 });

  await page.close({ runBeforeUnload: false });
  const later = await context.newPage();
  await cutOnce(later, { door: "responses", after: true });
  await openSurvey(later, origin(), "");
  await waits(later);
  expect(await held()).toEqual(oneMore(before));
  await again(later);
  await expect(heading(later)).toContainText("mottaget");
  expect(await stored(later), "the device forgets").toBe(0);
  expect(await held(), "nothing doubled").toEqual(oneMore(before));
});

/** What some mail programmes do before a person sees the mail: fetch, preview, run the scripts, never press. */
async function scan(page: Page, token: string): Promise<readonly string[]> {
  const shapes = [`/svar#${token}`, `/svar%23${token}`, `/svar?from=mail#${token}`, "/svar/"];
  const asAgent = { "User-Agent": "Slackbot-LinkExpanding 1.0", Purpose: "prefetch" };
  const fetched = Array.from({ length: 20 }, (_, i) =>
    fetch(`${origin()}${shapes[i % 4]}`, {
      method: i % 5 === 4 ? "HEAD" : "GET",
      headers: asAgent,
    }),
  );
  expect(new Set((await Promise.all(fetched)).map(({ status }) => status))).toEqual(new Set([200]));
  const posted: string[] = [];
  for (let i = 0; i < 3; i += 1) {
    const scanner = await page.context().browser()?.newPage();
    scanner?.on("request", (one) => void (one.method() === "POST" && posted.push(one.url())));
    await scanner?.goto(`${origin()}/svar${i === 1 ? "%23" : "#"}${token}`);
    await scanner?.getByRole("button", { name: "Börja", exact: true }).waitFor();
    await scanner?.mouse.wheel(0, 400);
    await scanner?.close();
  }
  return posted;
}

const DAY = 86_400_000;

test("after scanners, a reload in the middle and with a clock a day off a person answers all the same, once, and no request tells the time", async ({
  page,
}) => {
  const before = await held();
  const token = tokens[1] ?? "";
  expect(await scan(page, token), "no scanner asks for anything").toEqual([]);
  expect(await held()).toEqual(before);

  const wrong = new Date(Date.now() + DAY);
  await page.clock.setFixedTime(wrong);
  const asked: Request[] = [];
  page.on("request", (request) => asked.push(request));
  await openSurvey(page, origin(), token);
  await page.getByRole("button", { name: "Börja", exact: true }).click();
  await forward(page);
  page.on("dialog", (dialog) => dialog.accept());
  await page.reload();
  expect(await stored(page), "nothing is kept before Skicka").toBe(0);
  await openSurvey(page, origin(), token);
  await answer(page);
  await send(page);
  await expect(heading(page)).toContainText("mottaget");
  expect(await held()).toEqual(oneMore(before));

  const times = [wrong, new Date()].flatMap((time) => [
    time.toISOString().slice(0, 10),
    time.toUTCString().slice(5, 16),
    String(time.getTime()).slice(0, 7),
  ]);
  expect(asked.filter((one) => one.method() === "POST").length).toBeGreaterThanOrEqual(4);
  for (const request of asked) {
    const headers = JSON.stringify(await request.allHeaders());
    const told = `${request.url()} ${headers} ${request.postData() ?? ""}`;
    for (const time of times) expect(told, time).not.toContain(time);
  }
});
