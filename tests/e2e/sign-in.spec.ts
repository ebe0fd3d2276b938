import { expect, type Page } from "@playwright/test";
import { TOTP } from "otpauth";
import { runSorti } from "../support/command";
import { directory, origin, test } from "../support/visitor";
import { faultsInBoth } from "./survey-walk";

/** Runs `sorti account …` beside the demonstration, as whoever looks after its server. */
async function account(...args: readonly string[]): Promise<string> {
  const { code, printed, complaint } = await runSorti(
    { SORTI_DATA_DIR: directory() },
    ...["account", ...args],
  );
  expect(code, complaint).toBe(0);
  return printed;
}

/** The mails to an address in the demonstration's inbox, the newest first. */
async function mailsTo(page: Page, email: string) {
  await page.goto(`${origin()}/inbox`);
  return page.getByRole("row").filter({ hasText: email });
}

/** Asks for a link, and takes it from the demonstration's inbox. */
async function askForLink(page: Page, email: string, next: string): Promise<string> {
  const inbox = await page.context().newPage();
  const before = await (await mailsTo(inbox, email)).count();
  await page.goto(`${origin()}/sign-in?next=${encodeURIComponent(next)}`);
  await page.getByLabel("E-postadress").fill(email);
  await page.getByRole("button", { name: "Skicka länken" }).click();
  await expect(page.getByRole("status")).toContainText("Om adressen har ett konto");
  await expect(async () => {
    expect(await (await mailsTo(inbox, email)).count()).toBe(before + 1);
  }).toPass();
  await inbox.getByRole("row").filter({ hasText: email }).first().getByRole("link").click();
  await inbox.waitForURL(/\/inbox\/./);
  const text = (await inbox.locator("main").textContent()) ?? "";
  await inbox.close();
  return /\/sign-in\/link#[\w-]{43}/.exec(text)?.[0] ?? "";
}

test("a politician signs in with a mailed link, which works once and in no other browser", async ({
  page,
  browser,
}) => {
  const email = "maria@politik.example";
  await account("create", email, "--name", "Maria Ek", "--role", "politician");
  const link = await askForLink(page, email, "/reports");
  const other = await browser.newPage();
  await other.goto(origin() + link);
  await expect(other).toHaveURL(`${origin()}/sign-in/link`);
  await other.getByRole("button", { name: "Logga in", exact: true }).click();
  await expect(other.getByRole("status")).toContainText("Länken går inte att använda");
  await other.close();
  await page.goto(origin() + link);
  await expect(page, "the token is gone from the address").toHaveURL(`${origin()}/sign-in/link`);
  await page.getByRole("button", { name: "Logga in", exact: true }).click();
  await page.waitForURL(`${origin()}/reports`);
  await page.goto(`${origin()}/hr`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect((await page.request.get(`${origin()}/hr`)).status()).toBe(403);
  await account("disable", email);
  const reply = await page.request.get(`${origin()}/account`, { maxRedirects: 0 });
  expect(reply.headers()["location"], "at once").toContain("/sign-in");
});

test("HR connects a phone with a code that came another way, and then needs it each time", async ({
  page,
}) => {
  const email = "lisa@region.example";
  const made = await account("create", email, "--name", "Lisa Lind", "--role", "hr");
  const start = /Start code: (\S+)/.exec(made)?.[1] ?? "";
  await page.goto(origin() + (await askForLink(page, email, "/hr/units")));
  await page.getByRole("button", { name: "Logga in", exact: true }).click();
  await page.waitForURL(`${origin()}/sign-in/code`);
  expect((await page.request.get(`${origin()}/hr`, { maxRedirects: 0 })).status()).toBe(307);
  expect(await faultsInBoth(page)).toEqual([]);
  await page.getByLabel("Startkod").fill(start);
  await page.getByRole("button", { name: "Fortsätt" }).click();
  await expect(page.getByRole("img", { name: "QR-kod" })).toBeVisible();
  expect(await faultsInBoth(page)).toEqual([]);
  const secret = ((await page.locator("main code").textContent()) ?? "").replaceAll(" ", "");
  const phone = new TOTP({ secret });
  await page.getByLabel("Koden som appen visar nu").fill(phone.generate());
  await page.getByRole("button", { name: "Koppla telefonen" }).click();
  const codes = page.locator("main li code");
  await expect(codes).toHaveCount(8);
  const recovery = ((await codes.first().textContent()) ?? "").trim();
  await page.getByRole("button", { name: "Jag har sparat koderna" }).click();
  await page.waitForURL(`${origin()}/hr/units`);

  // A page that anybody may open says who is signed in there, and offers the way out.
  await page.goto(`${origin()}/`);
  const head = page.getByRole("banner");
  await expect(head.getByRole("link", { name: "Inloggad som HR" })).toBeVisible();
  await expect(head.getByRole("link", { name: "Logga in" })).toHaveCount(0);
  await head.getByRole("button", { name: "Logga ut" }).click();
  await page.waitForURL(`${origin()}/`);
  await expect(head.getByRole("link", { name: "Logga in" })).toBeVisible();
  await page.goto(origin() + (await askForLink(page, email, "/account")));
  await page.getByRole("button", { name: "Logga in", exact: true }).click();
  await page.getByLabel("Kod").fill("000000");
  await page.getByRole("button", { name: "Fortsätt" }).click();
  await expect(page.locator(".errors")).toContainText("Koden stämmer inte");
  await page.getByLabel("Kod").fill(recovery);
  await page.getByRole("button", { name: "Fortsätt" }).click();
  await page.waitForURL(`${origin()}/account`);
  await expect(page.locator("main")).toContainText("Du har 7 reservkoder kvar");
  await expect(page.locator("main")).toContainText("Den här webbläsaren");
});
