import { mkdirSync } from "node:fs";
import path from "node:path";
import { chromium, expect, type Page } from "@playwright/test";
import { CHROMIUM_FLAGS, chromiumPath } from "../support/chromium";
import { heading, openSurvey, openTokens, WALK } from "./survey-walk";

/**
 * Pictures of every step of the survey at three widths, light and dark, to be looked at with a designer's eye:
 * `npx tsx tests/e2e/look.ts ORIGIN FOLDER [LINK]`. The link is used up; without one, an inbox is looked through.
 */
const [origin = "http://localhost:3000", folder = "test-results/look", given] =
  process.argv.slice(2);
const WIDTHS = [360, 768, 1280];

async function picture(page: Page, name: string): Promise<void> {
  for (const width of WIDTHS) {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: width < 600 ? 740 : 900 });
      await page.evaluate(() => scrollTo(0, 0));
      const file = path.join(folder, `${name}-${width}-${colorScheme}.png`);
      await page.screenshot({ path: file, fullPage: true });
    }
  }
  await page.setViewportSize({ width: 360, height: 740 });
}

async function sendAndSee(page: Page): Promise<void> {
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Skicka" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await picture(page, "sending-offline");
  await page.context().setOffline(false);
  await page
    .getByRole("button", { name: "Försök igen" })
    .click({ timeout: 2000 })
    .catch(() => undefined);
  await expect(heading(page)).toContainText(/Tack|Länken/);
  await picture(page, "receipt");
}

/** What the issuer may say of a link, and what the credential's refusal may mean. */
const TURNED_AWAY = {
  "not-yet": { state: "not-yet", from: "2026-12-01" },
  expired: { state: "expired" },
};

/** Between two quarters, as the manifest's own call says it, with and without a day. */
const PAUSES = {
  paused: { error: "no-round", from: "2027-01-01" },
  closed: { error: "no-round" },
};

const replying = (page: Page, call: string, status: number, body: object) =>
  page.route(`**/api/survey/${call}`, (route) => route.fulfill({ status, json: body }));

/** The survey's side states; the parties' replies are put in their mouths, so that nothing is used up. */
async function sideStates(page: Page, origin: string): Promise<void> {
  for (const [name, reply] of Object.entries(TURNED_AWAY)) {
    await replying(page, "invitation", 200, reply);
    await openSurvey(page, origin, "A".repeat(43));
    await page.getByRole("button", { name: "Börja" }).click();
    await expect(page.getByRole("button", { name: "Börja" })).toBeHidden();
    await picture(page, `side-${name}`);
    await page.unroute("**/api/survey/invitation");
  }
  await replying(page, "invitation", 429, {});
  await openSurvey(page, origin, "A".repeat(43));
  await page.getByRole("button", { name: "Börja" }).click();
  await picture(page, "side-slow-down");
  await page.unroute("**/api/survey/invitation");
  for (const [name, reply] of Object.entries(PAUSES)) {
    await replying(page, "manifest", 503, reply);
    await openSurvey(page, origin, "A".repeat(43));
    await expect(page.getByRole("button", { name: "Försök igen" })).toBeVisible();
    await picture(page, `side-${name}`);
    await page.unroute("**/api/survey/manifest");
  }
  await replying(page, "manifest", 200, {
    manifest: "{}",
    signatures: ["A", "A"],
    questionnaire: "{}",
  });
  await openSurvey(page, origin, "");
  await expect(heading(page)).toContainText("äkta");
  await picture(page, "side-refused");
  await page.route("**/api/survey/manifest", (route) => route.abort());
  await openSurvey(page, origin, "");
  await page.waitForTimeout(500);
  await picture(page, "side-unreachable");
  await page.unrouteAll();
}

/** The pages beside the survey that a mail leads to. */
async function besides(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/inbox`);
  const mails = await page
    .locator("tbody a")
    .evaluateAll((all) => all.map((a) => a.getAttribute("href")));
  for (const address of ["exit-talk", "reminders", "withdraw"]) {
    for (const mail of mails.slice(0, 40)) {
      await page.goto(`${origin}${mail}`);
      const link = page.locator(`a[href*="/${address}"]`).first();
      if (!(await link.count())) continue;
      await page.goto((await link.getAttribute("href")) ?? "");
      await expect(heading(page)).toBeVisible();
      await picture(page, `beside-${address}`);
      break;
    }
  }
  for (const address of ["accessibility", "security"]) {
    await page.goto(`${origin}/${address}`);
    await picture(page, `beside-${address}`);
  }
}

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_FLAGS });
const page = await browser.newPage({ locale: "sv-SE", reducedMotion: "reduce" });
const token = given?.split("#")[1] ?? (await openTokens(page, origin, 1))[0];
if (!token) throw new Error("No mailed link opens the survey now.");
await openSurvey(page, origin, token);
await expect(page.getByRole("button", { name: "Börja" })).toBeVisible();
for (const [name, go] of WALK) {
  await go(page);
  await picture(page, name);
}
await sendAndSee(page);
await openSurvey(page, origin, "");
await expect(page.getByRole("button", { name: "Titta på frågorna" })).toBeVisible();
await picture(page, "no-link");
await openSurvey(page, origin, "A".repeat(43));
await page.getByRole("button", { name: "Börja" }).click();
await expect(heading(page)).toContainText("Länken");
await picture(page, "unknown-link");
await sideStates(page, origin);
await besides(page, origin);
await browser.close();
