import { type APIRequestContext, expect, request } from "@playwright/test";
import { inDemonstration } from "../support/demonstration-database";
import { LIES_OF_LOGOUT, LOGOUT_WORD } from "../support/identity-provider";
import { origin, test } from "../support/visitor";
import { faultsInBoth } from "./survey-walk";

/** Somebody at the region has an account. How one is made has tests of its own. */
async function account(name: string, role: string): Promise<void> {
  const made = await inDemonstration(
    "employer",
    `INSERT INTO identity.users (id, email, name, roles)
     VALUES (gen_random_uuid(), $1 || '@region.example', $1, ARRAY[$2]) RETURNING id`,
    [name, role],
  );
  expect(made).toHaveLength(1);
}

/** Where the region's service is: where the app sends whoever begins. */
let service = "";

/** Begins at the app, says who one is at the region's service, and stops before the app is told. */
async function codeFor(visitor: APIRequestContext, name: string): Promise<string> {
  const { csrfToken } = await (await visitor.get(`${origin()}/api/auth/csrf`)).json();
  const begun = await visitor.post(`${origin()}/api/auth/signin/oidc`, {
    form: { csrfToken, json: "true", callbackUrl: "/reports" },
  });
  const { url } = await begun.json();
  service = new URL(url).origin;
  expect(new URL(url).searchParams.get("code_challenge_method")).toBe("S256");
  const asked = await visitor.get(url);
  let reply = await visitor.post(asked.url(), { form: { name }, maxRedirects: 0 });
  for (let hops = 0; hops < 5; hops += 1) {
    const next = new URL(reply.headers()["location"] ?? "", reply.url()).href;
    if (next.startsWith(origin())) return next;
    reply = await visitor.get(next, { maxRedirects: 0 });
  }
  throw new Error(`the region's service answered ${reply.status()}`);
}

/** Who the app takes a visitor for: the page of their own sign-in, or nobody. */
async function isIn(visitor: APIRequestContext): Promise<boolean> {
  return (await visitor.get(`${origin()}/account`, { maxRedirects: 0 })).status() === 200;
}

test("somebody with an account signs in at the region's own service, and is led to where they wanted to go", async ({
  page,
}) => {
  await account("eva", "hr");
  await page.goto(`${origin()}/sign-in?next=%2Fhr%2Funits`);
  await page.getByRole("button", { name: "regionens" }).click();
  await page.getByLabel("Namn").fill("eva");
  await page.getByRole("button", { name: "Fortsätt" }).click();
  await page.waitForURL(`${origin()}/hr/units`);
  await page.goto(`${origin()}/account`);
  await expect(page.locator("main")).toContainText("regionens inloggning");
  const [held] = (await page.context().cookies()).filter(({ name }) => name === "sorti-session");
  expect(held).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
  await page.getByRole("main").getByRole("button", { name: "Logga ut", exact: true }).click();
  await page.waitForURL(`${origin()}/`);
  const again = { Cookie: `sorti-session=${held?.value}` };
  const reply = await page.request.get(`${origin()}/hr`, { headers: again, maxRedirects: 0 });
  expect(reply.status(), "the cookie opens nothing any more").toBe(307);
});

test("whoever has no account, or an address that nobody vouches for, is told so and comes no further", async ({
  page,
  browser,
}) => {
  await account("unverified", "hr");
  for (const name of ["stranger", "unverified"]) {
    const visitor = await browser.newPage();
    await visitor.goto(`${origin()}/sign-in`);
    await visitor.getByRole("button", { name: "regionens" }).click();
    await visitor.getByLabel("Namn").fill(name);
    await visitor.getByRole("button", { name: "Fortsätt" }).click();
    await visitor.waitForURL(/\/sign-in\?/);
    await expect(visitor.locator("main").getByRole("alert")).toContainText("inget konto");
    await visitor.close();
  }
  await page.goto(`${origin()}/sign-in?error=AccessDenied`);
  expect(await faultsInBoth(page)).toEqual([]);
});

for (const lie of ["wrong-issuer", "wrong-nonce", "wrong-audience", "too-old", "wrong-key"]) {
  test(`an identity that is vouched for with a lie is refused: ${lie}`, async () => {
    await account(lie, "politician");
    const visitor = await request.newContext();
    await visitor.get(await codeFor(visitor, lie));
    expect(await isIn(visitor)).toBe(false);
    await visitor.dispose();
  });
}

test("a code opens once, in the browser that began, and not when it is too old", async () => {
  await account("bo", "politician");
  const [mine, thief] = [await request.newContext(), await request.newContext()];
  const code = await codeFor(mine, "bo");
  await thief.get(code);
  expect(await isIn(thief), "a browser that did not begin").toBe(false);
  await codeFor(thief, "bo");
  await thief.get(code);
  expect(await isIn(thief), "a browser that began something else").toBe(false);
  const cookies = await mine.storageState();
  await mine.get(code);
  expect(await isIn(mine)).toBe(true);
  const replay = await request.newContext({ storageState: cookies });
  await replay.get(code);
  expect(await isIn(replay), "the same code and the same cookies again").toBe(false);
  await account("hasty", "politician");
  const late = await request.newContext();
  const old = await codeFor(late, "hasty");
  // The region's service gives these a second; however much longer it takes, they only grow older.
  await new Promise((resolve) => setTimeout(resolve, 2100));
  await late.get(old);
  expect(await isIn(late), "too old").toBe(false);
  await Promise.all([mine, thief, replay, late].map((one) => one.dispose()));
});

/** Hands the app a word that somebody has signed out; how it is answered. */
async function told(word: string): Promise<number> {
  const form = { logout_token: word };
  const visitor = await request.newContext();
  const reply = await visitor.post(`${origin()}/api/auth/backchannel-logout`, { form });
  await visitor.dispose();
  return reply.status();
}

test("whoever signs out at the region's own service is signed out here, at once and everywhere they came in by it", async () => {
  await account("ulf", "politician");
  const [one, other] = [await request.newContext(), await request.newContext()];
  for (const visitor of [one, other]) {
    await visitor.get(await codeFor(visitor, "ulf"));
    expect(await isIn(visitor)).toBe(true);
  }
  const asked = await one.get(`${service}/session/end`);
  const [, xsrf = ""] = /name="xsrf" value="([^"]+)"/.exec(await asked.text()) ?? [];
  await one.post(`${service}/session/end/confirm`, { form: { xsrf, logout: "yes" } });
  expect([await isIn(one), await isIn(other)]).toEqual([false, false]);
  await Promise.all([one, other].map((visitor) => visitor.dispose()));
});

test("a word that somebody has signed out is taken once, and not with a lie in it", async () => {
  await account("siv", "politician");
  const visitor = await request.newContext();
  await visitor.get(await codeFor(visitor, "siv"));
  const wordOf = async (lie: string) => {
    const asked = new URLSearchParams({ name: "siv", lie });
    return (await visitor.get(`${service}${LOGOUT_WORD}?${asked}`)).text();
  };
  expect(LIES_OF_LOGOUT.length).toBeGreaterThan(6);
  for (const lie of LIES_OF_LOGOUT) expect(await told(await wordOf(lie)), lie).toBe(400);
  for (const word of ["", "x.y.z", "a".repeat(20_000)]) expect(await told(word)).toBe(400);
  expect(await isIn(visitor), "nothing has ended").toBe(true);
  const word = await wordOf("no lie");
  const [head = "", body = ""] = word.split(".");
  expect(await told(`${head}.${body}.${"A".repeat(342)}`), "a signature of nobody's").toBe(400);
  expect(await isIn(visitor)).toBe(true);
  expect(await told(word)).toBe(200);
  expect(await isIn(visitor)).toBe(false);
  expect(await told(word), "once more").toBe(400);
  await visitor.dispose();
});
