import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, type Locator, type Page, type Route } from "@playwright/test";
import { buildSurvey } from "@/lib/cli/build-survey";
import { ARABIC, messagesWithArabic } from "../support/pseudo-arabic";
import { origin, test } from "../support/visitor";
import {
  faults,
  faultsInBoth,
  forward,
  heading,
  openSurvey,
  openTokens,
  PAGES,
  TELLING,
  WALK,
} from "./survey-walk";

test.describe.configure({ mode: "serial" });

/** One for each test, here and in survey-use: a link answers five calls a minute. */
let tokens: string[] = [];

test.beforeAll(async ({ browser }) => {
  const page = await browser.newPage();
  tokens = [...(await openTokens(page, origin(), 8))];
  await page.close();
  expect(tokens.length, "the demonstration has open links").toBeGreaterThanOrEqual(8);
});

/** What can be reached with Tab, from top to bottom as it stands on the page. */
function tabStops(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => {
    const reachable = 'a[href], button, select, textarea, summary, input[type="checkbox"]';
    return [...document.querySelectorAll(reachable)]
      .filter((element) => element.checkVisibility())
      .map((element) => Math.round(element.getBoundingClientRect().top + scrollY));
  });
}

test("every step and state is free of faults in light and in dark, fits 320 px (1 280 px at 400 %), and is read from its heading", async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openSurvey(page, origin(), tokens[4] ?? "");
  for (const [name, go] of WALK) {
    await go(page);
    expect(await faultsInBoth(page), `${name}: axe`).toEqual([]);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, `${name}: no scrolling sideways`).toBeLessThanOrEqual(320);
    const stops = await tabStops(page);
    const inRow = stops.every((top, index) => top >= (stops[index - 1] ?? 0) - 48);
    expect(inRow, `${name}: read in the order it stands (${stops.join(", ")})`).toBe(true);
    await expect(heading(page), `${name}: one main heading`).toHaveCount(1);
  }
  const moves = await page
    .getByRole("button", { name: "Skicka" })
    .evaluate((button) => getComputedStyle(button).transitionDuration);
  expect(Number.parseFloat(moves), "nothing moves when motion is unwanted").toBeLessThan(0.01);
});

/** The state that a link meets, as the issuer would say it, and the words that tell the person. */
const TURNED_AWAY = [
  [{ state: "expired" }, "Länken har gått ut"],
  [{ state: "not-yet", from: "2027-01-15" }, "Enkäten öppnar den 15 januari 2027"],
] as const;

test("the states beside the way are free of faults too", async ({ page }) => {
  const faultless = async (said: string) => {
    await expect(page.getByText(said).first()).toBeVisible();
    expect(await faultsInBoth(page), said).toEqual([]);
  };
  const link = "A".repeat(43);
  await openSurvey(page, origin(), "");
  await faultless("Du behöver din egen länk");
  const code = page.getByLabel("Jag har ett brev med en kod");
  await code.fill("04HM-ASW9");
  await code.press("Enter");
  await expect(code, "the error leads to the field").toBeFocused();
  await expect(code).toHaveValue("04HM-ASW9");
  await faultless("Koden stämmer inte");
  await openSurvey(page, origin(), link);
  await page.getByRole("button", { name: "Börja" }).click();
  await faultless("Länken eller koden går inte att känna igen");
  for (const [reply, said] of TURNED_AWAY) {
    await page.route("**/api/survey/invitation", (route) => route.fulfill({ json: reply }));
    await openSurvey(page, origin(), link);
    await page.getByRole("button", { name: "Börja" }).click();
    await faultless(said);
  }
  await page.route("**/api/survey/invitation", (route) =>
    route.fulfill({ status: 429, json: { error: "slow-down" } }),
  );
  await openSurvey(page, origin(), link);
  await page.getByRole("button", { name: "Börja" }).click();
  await faultless("Det gick inte nu");
  await page.route("**/api/survey/manifest", (route) =>
    route.fulfill({ json: { manifest: "{}", signatures: ["AA", "AA"], questionnaire: "{}" } }),
  );
  await openSurvey(page, origin(), tokens[5] ?? "");
  await faultless("Vi kan inte visa att enkäten är äkta");
});

test("a server that cannot be reached, and a pause between two quarters, are said in words, with the way to try again", async ({
  context,
}) => {
  // A page of its own: the browser itself reports the failed request on the console.
  const page = await context.newPage();
  const manifest = "**/api/survey/manifest";
  const isSaid = async (said: string, handled: (route: Route) => Promise<void>) => {
    await page.route(manifest, handled);
    await openSurvey(page, origin(), "A".repeat(43));
    await expect(heading(page)).toHaveText(said);
    expect(await faults(page), said).toEqual([]);
    await page.unroute(manifest);
  };
  const pause = (from?: string) => (route: Route) =>
    route.fulfill({ status: 503, json: { error: "no-round", from } });
  await isSaid("Enkäten går inte att nå", (route) => route.abort());
  await isSaid("Enkäten är stängd just nu", pause());
  await isSaid("Enkäten öppnar igen den 1 januari 2027", pause("2027-01-01"));
  await page.getByRole("button", { name: "Försök igen" }).click();
  await expect(page.getByRole("button", { name: "Börja" })).toBeVisible();
});

/** The page's script with one more language, built from a catalogue that was only laid beside the others. */
async function scriptWithArabic(served: string): Promise<string> {
  const [, one = "", two = ""] = /\["(B[\w-]{86})","(B[\w-]{86})"\]/.exec(served) ?? [];
  const outDir = mkdtempSync(path.join(tmpdir(), "sorti-arabic-"));
  const messages = messagesWithArabic();
  const built = await buildSurvey({ outDir, custodianKeys: [one, two], messages });
  const script = built.find(({ file }) => file.endsWith(".js"))?.file ?? "";
  return readFileSync(path.join(outDir, script), "utf8");
}

test("a language written from the right, added as a file, turns the whole page round", async ({
  page,
}) => {
  await page.route(/\/svar\/svar-\w+\.js$/, async (route) => {
    const response = await route.fetch();
    const { "content-encoding": _, ...headers } = response.headers();
    const body = await scriptWithArabic(await response.text());
    await route.fulfill({ status: 200, headers, body });
  });
  await page.setViewportSize({ width: 320, height: 640 });
  await openSurvey(page, origin(), tokens[6] ?? "");
  await page.getByRole("button", { name: ARABIC }).click();
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await expect(page.locator("html")).toHaveAttribute("lang", "ar");
  await page.locator(".go .btn").click();
  await expect(page.locator("dl.facts")).toBeVisible();
  for (let part = 0; part < 6; part += 1) {
    await page.locator(".go .btn:not(.line)").click();
    await expect(heading(page)).toBeFocused();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, "nothing stands outside").toBeLessThanOrEqual(320);
  }
  const left = async (found: Locator) => (await found.boundingBox())?.x ?? Number.NaN;
  const acts = page.locator(".go .btn");
  expect(await left(acts.last()), "on stands left of back").toBeLessThan(await left(acts.first()));
  const steps = page.locator(".scale").first().locator("label");
  expect(await left(steps.last()), "5 stands left of 1").toBeLessThan(await left(steps.first()));
  expect(await left(page.locator(".skipq input").first()), "at the right edge").toBeGreaterThan(
    240,
  );
  expect(await faults(page)).toEqual([]);
});

test("forced colours keep what is chosen and what was found visible", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await openSurvey(page, origin(), tokens[7] ?? "");
  await page.getByRole("button", { name: "Börja" }).click();
  for (let part = 0; part < 5; part += 1) await forward(page);
  await expect(page.getByRole("radio").first()).toBeAttached();
  const scale = page.locator(".scale label").first();
  await scale.click();
  const outline = await scale.evaluate((label) => getComputedStyle(label).outlineStyle);
  expect(outline).toBe("solid");
  for (let passed = 5; passed < PAGES; passed += 1) await forward(page);
  await page.getByRole("textbox").first().fill(TELLING);
  const mark = page.locator(".guard mark").first();
  expect(await mark.evaluate((node) => getComputedStyle(node).boxShadow)).not.toBe("none");
  const field = page.getByRole("textbox").first();
  const plate = await field.evaluate((node) => getComputedStyle(node).forcedColorAdjust);
  expect(plate, "no plate behind the text hides the marks").toBe("none");
});
