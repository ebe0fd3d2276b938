import { randomBytes } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { filesHolding } from "@/lib/attack/data";
import { directory, origin, test } from "../support/visitor";
import { faults } from "./survey-walk";

const canary = randomBytes(32).toString("base64url");
const POSTS = ["invitation", "credential", "responses", "withdrawals"];
const BODIES = [`{"token":"${canary}"}`, "{}", canary, `{"receipt":"${canary.slice(0, 20)}"}`];

type Asked = { readonly path: string; readonly init: RequestInit };

/** Every address of the survey, with good, wrong and broken requests. */
async function everyCall(): Promise<readonly Asked[]> {
  const page = await (await fetch(`${origin()}/svar`)).text();
  const [script = ""] = /\/svar\/svar-\w+\.js/.exec(page) ?? [];
  expect(script).not.toBe("");
  const gets = ["/svar", `/svar%23${canary}`, script, "/svar/none.js", "/api/survey/manifest"];
  return [
    ...[...gets, "/api/survey/receipts/2001-Q1"].map((path) => ({ path, init: {} })),
    // What does not exist, or not in this way, is refused as everything else is.
    { path: `/api/survey/${canary}`, init: {} },
    { path: `/api/survey/receipts/${canary}/x`, init: { method: "POST", body: canary } },
    { path: "/api/survey/responses", init: {} },
    { path: "/api/survey/manifest", init: { method: "DELETE", body: canary } },
    ...POSTS.flatMap((door) =>
      BODIES.map((body) => ({ path: `/api/survey/${door}`, init: { method: "POST", body } })),
    ),
  ];
}

/** Somebody else: another address, another browser, another language, a cookie from elsewhere. */
const SOMEBODY_ELSE = {
  "X-Forwarded-For": "203.0.113.77",
  "User-Agent": canary,
  "Accept-Language": "fi",
  Cookie: `locale=en; other=${canary}`,
  Referer: `https://example.org/${canary}`,
};

async function headersOf({ path, init }: Asked, headers: Record<string, string> = {}) {
  const reply = await fetch(`${origin()}${path}`, { ...init, headers });
  const found = Object.fromEntries(reply.headers);
  // The hour of day is the server's; everything else must be the same for everybody.
  const { date: _, ...rest } = found;
  return { status: reply.status, body: await reply.text(), rest };
}

test("every reply of the survey, refusals too, forbids all that could carry something away, and is the same for everybody", async () => {
  for (const asked of await everyCall()) {
    const told = `${asked.path} ${String(asked.init.body ?? "")}`;
    const first = await headersOf(asked);
    const { rest } = first;
    const names = Object.keys(rest).join(" ");
    expect(first.status, told).not.toBe(500);
    expect(names, told).not.toMatch(/set-cookie|etag|server|x-powered-by|x-nextjs|report-to|nel/);
    expect(rest["content-security-policy"], told).toContain("default-src 'none'");
    expect(rest["referrer-policy"], told).toBe("no-referrer");
    expect(rest["x-content-type-options"], told).toBe("nosniff");
    const kept = /\/svar\/svar-/.test(asked.path) ? /immutable/ : /^no-store$/;
    expect(rest["cache-control"], told).toMatch(kept);
    expect(JSON.stringify(first), told).not.toContain(canary);
    expect(await headersOf(asked, SOMEBODY_ELSE), told).toEqual(first);
  }
});

test("the page may run its own script and nothing else: no inline code, no markup from strings, no worker, alone in its window", async () => {
  const { rest, body } = await headersOf({ path: "/svar", init: {} });
  const policy = rest["content-security-policy"] ?? "";
  expect(policy).toMatch(/script-src 'self'(;|$)/);
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
  expect(rest).toMatchObject({
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
    "cross-origin-resource-policy": "same-origin",
  });
  expect(body).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|serviceWorker/);
});

test("an address that cannot be read gets a page of ours with a sentence, whatever page it asks for", async () => {
  for (const bad of [
    "/hr/units/%E5",
    "/%",
    "/reports/%zz/data.csv",
    "/log/%C3%28",
    "/hr/units?sok=%00",
  ]) {
    const reply = await fetch(origin() + bad, { redirect: "manual" });
    expect(reply.status, bad).toBe(400);
    expect(await reply.text(), bad).toContain(
      "Den innehåller tecken som inte hör hemma i en adress.",
    );
    expect((await fetch(origin() + bad, { method: "POST", body: canary })).status, bad).toBe(400);
  }
});

test("nothing of any call is printed or written to a log", async () => {
  for (const asked of await everyCall()) await headersOf(asked, SOMEBODY_ELSE);
  const needles = [canary, canary.slice(0, 20), SOMEBODY_ELSE["X-Forwarded-For"]];
  const seen = filesHolding(
    [directory()],
    needles.map((needle) => Buffer.from(needle)),
  );
  expect(seen.searched).toBeGreaterThan(100);
  expect(seen.found).toEqual([]);
  // The search bites: what the demonstration prints at its start lies there.
  expect(filesHolding([directory()], [Buffer.from("Ctrl-C stops everything")]).found).toHaveLength(
    1,
  );
});

test("an answer is taken back with its receipt; what is no receipt gets a sentence and stays in the field", async ({
  page,
}) => {
  await page.goto(`${origin()}/withdraw`);
  const field = page.getByLabel("Kvittokod", { exact: true });
  await field.fill("7K2M-9QXD-AAAA");
  await page.getByRole("button", { name: "Ta tillbaka svaret" }).click();
  await expect(page.getByText(/ingen hel kvittokod/)).toBeVisible();
  await expect(field).toHaveValue("7K2M-9QXD-AAAA");
  expect(await faults(page)).toEqual([]);
  await field.fill("7k2m 9qxd aaaa bbbb cccc");
  await page.getByRole("button", { name: "Ta tillbaka svaret" }).click();
  await expect(page.getByRole("heading", { name: "Vi har tagit emot koden" })).toBeFocused();
  expect(page.url()).toBe(`${origin()}/withdraw`);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

/** The link of the newest mail that offers an exit talk to somebody who has not chosen yet. */
async function exitTalkLink(page: Page): Promise<string> {
  await page.goto(`${origin()}/inbox`);
  const mails = await page
    .locator("tbody tr a")
    .evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
  for (const mail of mails) {
    await page.goto(origin() + mail);
    const offer = page.locator('a[href*="/exit-talk#"]').first();
    if ((await offer.count()) === 0) continue;
    const link = (await offer.getAttribute("href")) ?? "";
    await page.goto(link);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByText("Öppnar …")).toHaveCount(0);
    const open = (await page.getByRole("radio").count()) > 0;
    const chosen = await page.locator("input[type=radio]:checked").count();
    await page.goto("about:blank");
    if (open && chosen === 0) return link;
  }
  return "";
}

test("the exit talk's link leaves the address bar at once, also when a mail programme mangled it, and opening it changes nothing until the person chooses", async ({
  page,
}) => {
  const link = await exitTalkLink(page);
  const token = link.split("#")[1] ?? "";
  expect(token).toMatch(/^[\w-]{43}$/);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(link);
  await expect(page.getByRole("radio").first()).toBeVisible();
  await expect(page).toHaveURL(`${origin()}/exit-talk`);
  expect(asked.join(" ")).not.toContain(token);
  expect(await faults(page)).toEqual([]);
  await page.getByRole("button", { name: "Spara mitt val" }).click();
  await expect(page.getByRole("alert", { name: "Något behöver rättas" })).toBeFocused();
  await page.getByLabel("HR", { exact: true }).check();
  await page.getByRole("button", { name: "Spara mitt val" }).click();
  await expect(page.getByText(/Ditt val är sparat/)).toBeVisible();
  await page.goto("about:blank");
  await page.goto(link.replace("#", "%23"));
  await expect(page.getByLabel("HR", { exact: true })).toBeChecked();
  await expect(page).toHaveURL(`${origin()}/exit-talk`);
});
