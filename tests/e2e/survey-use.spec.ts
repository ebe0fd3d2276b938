import { expect, type Page } from "@playwright/test";
import { origin, test } from "../support/visitor";
import { faults, forward, heading, openSurvey, openTokens, PAGES, WALK } from "./survey-walk";

test.describe.configure({ mode: "serial" });

let tokens: string[] = [];

test.beforeAll(async ({ browser }) => {
  const page = await browser.newPage();
  tokens = [...(await openTokens(page, origin(), 4))];
  await page.close();
  expect(tokens.length, "the demonstration has open links").toBeGreaterThanOrEqual(4);
});

test("four requests and 60 kB bring the first question, from nowhere else, with no cookie", async ({
  page,
  context,
}) => {
  const client = await context.newCDPSession(page);
  await client.send("Network.enable");
  const asked: string[] = [];
  let bytes = 0;
  client.on("Network.requestWillBeSent", ({ request }) => {
    if (request.url.startsWith("http")) asked.push(request.url);
  });
  client.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await openSurvey(page, origin(), tokens[0] ?? "");
  await page.getByRole("button", { name: "Börja" }).click();
  await expect(heading(page)).toHaveText("Stämmer det här?");
  const names = asked.filter((url) => url.includes("/names-"));
  const before = asked.filter((url) => !url.includes("/names-"));
  expect(before.map((url) => new URL(url).pathname.replace(/-\w+\.js/, ".js"))).toEqual([
    "/svar",
    "/svar/svar.js",
    "/api/survey/manifest",
    "/api/survey/invitation",
  ]);
  await page.waitForLoadState("networkidle");
  expect(names.length).toBeLessThanOrEqual(1);
  process.stdout.write(`survey page: ${before.length} requests, ${bytes} bytes with headers\n`);
  expect(bytes).toBeGreaterThan(30_000);
  expect(bytes).toBeLessThanOrEqual(61_440);
  expect(asked.every((url) => url.startsWith(origin()))).toBe(true);
  expect(await context.cookies()).toEqual([]);
});

test("a network that drops after the beginning costs nothing: the answer goes when it is back", async ({
  context,
}) => {
  // A page of its own: the browser itself reports the lost network on the console.
  const page = await context.newPage();
  const posted: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST") posted.push(new URL(request.url()).pathname);
  });
  const named = page.waitForResponse(/\/svar\/names-/);
  await openSurvey(page, origin(), tokens[1] ?? "");
  await page.getByRole("button", { name: "Börja" }).click();
  await named;
  await context.setOffline(true);
  for (const [, go] of WALK.slice(4)) await go(page);
  expect(posted, "nothing about the answers leaves before Skicka").toEqual([
    "/api/survey/invitation",
  ]);
  const stored = () => page.evaluate(() => localStorage.length);
  expect(await stored(), "and nothing is kept").toBe(0);
  await page.getByRole("button", { name: "Skicka" }).click();
  await expect(page.getByRole("alert")).toContainText("Inget du svarat är borta");
  expect(await faults(page), "waiting for the network").toEqual([]);
  await context.setOffline(false);
  await expect(heading(page)).toHaveText("Tack. Ditt svar är låst och mottaget.");
  expect(await stored(), "the device forgets").toBe(0);
  expect(await faults(page), "receipt").toEqual([]);
});

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Tabs until the wanted thing has the focus, as a person without a pointer does. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let n = 0; n < 40; n += 1) {
    await press(page, "Tab");
    const here = await page.evaluate(() => {
      const { activeElement } = document;
      const input = activeElement instanceof HTMLInputElement ? activeElement : null;
      const label = input?.labels?.[0]?.textContent ?? activeElement?.textContent ?? "";
      return (activeElement?.getAttribute("aria-label") ?? label).trim();
    });
    if (here === name) return;
  }
  throw new Error(`Tab never reached ”${name}”.`);
}

test("the whole survey can be answered and sent with the keyboard alone", async ({ page }) => {
  await openSurvey(page, origin(), tokens[2] ?? "");
  await expect(page.getByRole("button", { name: "Börja" })).toBeVisible();
  await tabTo(page, "Börja");
  await press(page, "Enter");
  await expect(heading(page), "a new step is read from its heading").toBeFocused();
  await tabTo(page, "Fortsätt");
  await press(page, "Enter");
  await expect(heading(page)).toBeFocused();
  await tabTo(page, "Jag har sagt upp mig och lämnar regionen");
  await press(page, "Space", "ArrowDown", "ArrowUp");
  await expect(page.getByLabel("Jag har sagt upp mig och lämnar regionen")).toBeChecked();
  for (let passed = 0; passed < PAGES; passed += 1) {
    await tabTo(page, "Fortsätt");
    await press(page, "Enter");
    await expect(heading(page)).toBeFocused();
  }
  await tabTo(page, "Skicka");
  await press(page, "Enter");
  await expect(heading(page)).toHaveText("Tack. Ditt svar är låst och mottaget.");
});

test("going back, changing language and opening other pages keep every answer; leaving asks first", async ({
  page,
}) => {
  await openSurvey(page, origin(), tokens[3] ?? "");
  await page.getByRole("button", { name: "Börja" }).click();
  await forward(page);
  await page.getByLabel("Jag har sagt upp mig och lämnar regionen").check();
  await forward(page);
  await page.goBack();
  await expect(page.getByLabel("Jag har sagt upp mig och lämnar regionen")).toBeChecked();
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByLabel("I resigned and leave the region")).toBeChecked();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.getByRole("button", { name: "Lättläst" }).click();
  await expect(page.getByText("Hur slutar din anställning?")).toBeVisible();
  await page.getByRole("button", { name: "Vad som sparas" }).click();
  await page.getByRole("button", { name: "Tillbaka till enkäten" }).click();
  await expect(page.getByLabel("Jag har sagt upp mig och lämnar regionen")).toBeChecked();
  const asked = page.waitForEvent("dialog");
  void page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.dismiss();
});
