import { expect, type Page } from "@playwright/test";
import { origin, signIn, test } from "../support/visitor";
import { faults, forward } from "./survey-walk";

// The files run in the order of the alphabet: what is chosen here is asked of no other test.
const START = "/operator/questionnaires";
const SAVE = "Spara som en ny version";

/** Reads in a file that is no questionnaire. */
async function importHalf(page: Page): Promise<void> {
  const buffer = Buffer.from('{"id": "exit", "version": "2", "languages": []}');
  await page
    .getByLabel("Fil med enkäten")
    .setInputFiles({ name: "half.json", mimeType: "application/json", buffer });
  await page.getByRole("button", { name: "Läs in" }).click();
}

/** How far the page sticks out of a phone's screen, px. */
async function sideways(page: Page): Promise<number> {
  await page.setViewportSize({ width: 360, height: 740 });
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}

test("the operator hears of every fault in a file, rewords a version, looks at it as leavers will, and chooses it", async ({
  page,
}) => {
  const heading = page.getByRole("heading", { level: 1 });
  await signIn(page, "operator", START);
  await expect(heading).toContainText("version 1");
  await importHalf(page);
  await expect(page.locator(".errors")).toContainText("half.json. Inget är sparat.");
  expect(await page.locator(".errors").getByRole("listitem").count()).toBeGreaterThan(3);
  expect(await faults(page)).toEqual([]);
  expect(await sideways(page)).toBe(0);

  await page.getByRole("link", { name: /Avslutsenkät, version 1/ }).click();
  await page.getByRole("link", { name: "Ändra texter: svenska" }).click();
  const title = page.getByLabel("Enkätens rubrik");
  const intro = page.getByLabel("Inledning", { exact: true });
  await title.fill("Avslutsenkäten");
  await intro.fill(" ");
  await page.getByRole("button", { name: SAVE }).first().click();
  await expect(page.locator(".errors")).toContainText("Inledning: fältet är tomt");
  await expect(title).toHaveValue("Avslutsenkäten");
  expect(await faults(page)).toEqual([]);
  await intro.fill("Ny inledning: minst {k} svar.");
  const question = page.getByRole("group", { name: /beskriver bäst hur din anställning/ });
  await question.getByLabel("Svar 1").fill("Jag har sagt upp mig");
  await page.getByRole("button", { name: SAVE }).first().click();
  await expect(heading).toContainText("Version 2 är sparad");
  await expect(page.getByText("3 saker skiljer den från version 1")).toBeVisible();

  const address = await page.getByRole("link", { name: "Se enkäten" }).getAttribute("href");
  const version = page.url();
  const sent: string[] = [];
  await page.goto(origin() + address);
  await page.waitForLoadState("networkidle");
  page.on("request", (request) => sent.push(`${request.method()} ${request.url()}`));
  await page.getByLabel("Jag har sagt upp mig", { exact: true }).check();
  await forward(page);
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("button", { name: "Continue" })).toBeVisible();
  expect(await faults(page)).toEqual([]);
  expect(sent, "nothing leaves the preview").toEqual([]);

  await page.goto(version);
  await page.getByRole("button", { name: "Välj version 2 för nästa kvartal" }).click();
  await expect(heading).toContainText("Version 2 ställs nästa kvartal som planeras");
  await page.goto(`${origin()}/log`);
  await expect(page.getByText(/Enkät exit, version 2, gäller från nästa kvartal/)).toBeVisible();
});

test("HR looks at the questionnaire that is signed, and opens no other version", async ({
  page,
}) => {
  await signIn(page, "hr", "/hr/questionnaire");
  expect(await faults(page)).toEqual([]);
  await page
    .getByRole("link", { name: /^Se enkäten/ })
    .first()
    .click();
  await expect(page.getByText(/Inget av det du väljer sparas eller skickas/)).toBeVisible();
  await expect(page.getByRole("radio").first()).toBeVisible();
  const refused = await page.goto(`${origin()}${START}`);
  expect(refused?.status()).toBe(403);
});

test("HR stops an invitation on a page that asks first, and nothing there tells who has answered", async ({
  page,
}) => {
  await signIn(page, "hr", "/hr/invitations");
  expect(await faults(page)).toEqual([]);
  expect(await sideways(page)).toBe(0);
  await page.getByRole("link", { name: /^Väntar på att gå/ }).click();
  await expect(page).toHaveURL(/lage=queued/);
  const stop = page.getByRole("link", { name: /^Stoppa/ }).first();
  const id = /invitations\/([0-9a-f-]+)/.exec((await stop.getAttribute("href")) ?? "")?.[1] ?? "";
  await stop.click();
  expect(await faults(page)).toEqual([]);
  await page.getByRole("button", { name: "Stoppa inbjudan" }).click();
  await expect(page.getByText("Inbjudan är stoppad.")).toBeVisible();
  await expect(page).toHaveURL(/lage=queued/);
  // The list has pages: the one that was stopped is on none of those that wait.
  expect(id).not.toBe("");
  await expect(page.locator(`a[href*="${id}"]`)).toHaveCount(0);
});
