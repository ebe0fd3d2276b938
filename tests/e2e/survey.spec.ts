import { expect, type Page } from "@playwright/test";
import { origin, test } from "../support/visitor";
import { faults, forward, heading, openSurvey, openTokens, TELLING, WALK } from "./survey-walk";

test.describe.configure({ mode: "serial" });

/** One for each test, here and in survey-use: a link answers five calls a minute. */
let tokens: string[] = [];

test.beforeAll(async ({ browser }) => {
  const page = await browser.newPage();
  tokens = [...(await openTokens(page, origin()))];
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

test("every step and state is free of faults, fits 320 px (1 280 px at 400 %), and is read from its heading", async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openSurvey(page, origin(), tokens[4] ?? "");
  for (const [name, go] of WALK) {
    await go(page);
    expect(await faults(page), `${name}: axe`).toEqual([]);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, `${name}: no scrolling sideways`).toBeLessThanOrEqual(320);
    const stops = await tabStops(page);
    const inRow = stops.every((top, index) => top >= (stops[index - 1] ?? 0) - 48);
    expect(inRow, `${name}: read in the order it stands (${stops.join(", ")})`).toBe(true);
    await expect(heading(page), `${name}: one main heading`).toHaveCount(1);
  }
  const dark = { colorScheme: "dark" } as const;
  await page.emulateMedia(dark);
  expect(await faults(page), "dark").toEqual([]);
  const moves = await page
    .getByRole("button", { name: "Skicka" })
    .evaluate((button) => getComputedStyle(button).transitionDuration);
  expect(Number.parseFloat(moves), "nothing moves when motion is unwanted").toBeLessThan(0.01);
});

test("the states beside the way are free of faults too", async ({ page }) => {
  for (const [token, said] of [
    ["", "Du behöver din egen länk"],
    ["A".repeat(43), "Länken går inte att känna igen"],
  ] as const) {
    await openSurvey(page, origin(), token);
    if (token) await page.getByRole("button", { name: "Börja" }).click();
    await expect(page.getByText(said)).toBeVisible();
    expect(await faults(page), said).toEqual([]);
  }
  await page.route("**/api/survey/manifest", (route) =>
    route.fulfill({ json: { manifest: "{}", signatures: ["AA", "AA"], questionnaire: "{}" } }),
  );
  await openSurvey(page, origin(), tokens[5] ?? "");
  await expect(heading(page)).toHaveText("Vi kan inte visa att enkäten är äkta");
  expect(await faults(page), "refused").toEqual([]);
});

test("a language written from the right turns the whole page round", async ({ page }) => {
  await page.route(/\/svar\/svar-\w+\.js$/, async (route) => {
    const response = await route.fetch();
    const script = await response.text();
    const turned = script.replace(/(name:"English",dir:)"ltr"/, '$1"rtl"');
    expect(turned, "the script carries the direction as data").not.toBe(script);
    const { "content-encoding": _, ...headers } = response.headers();
    await route.fulfill({ status: 200, headers, body: turned });
  });
  await page.setViewportSize({ width: 320, height: 640 });
  await openSurvey(page, origin(), tokens[6] ?? "");
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("button", { name: "Begin" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  const left = async (name: string) =>
    (await page.getByRole("button", { name, exact: true }).boundingBox())?.x ?? Number.NaN;
  expect(await left("Continue")).toBeLessThan(await left("Back"));
  const radio = await page.getByRole("radio").first().boundingBox();
  expect(radio?.x, "choices stand at the right edge").toBeGreaterThan(240);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(320);
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
  for (let part = 0; part < 6; part += 1) await forward(page);
  await page.getByRole("textbox").first().fill(TELLING);
  const mark = page.locator(".guard mark").first();
  expect(await mark.evaluate((node) => getComputedStyle(node).boxShadow)).not.toBe("none");
});
