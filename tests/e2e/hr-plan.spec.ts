import { expect, type Page } from "@playwright/test";
import { origin, signIn, test } from "../support/visitor";

/** Its own each time, so that a second run on the same demonstration finds its own. */
const WHAT = `Gemensam introduktion ${Date.now()}`;

async function send(page: Page): Promise<void> {
  await page.getByRole("main").locator("form button[type=submit]").first().click();
}

/** A page of the action that this file adds, as a second person has it open. */
async function open(page: Page): Promise<string> {
  await page.goto(`${origin()}/hr/units/VC01`);
  await page.locator("#plan li", { hasText: WHAT }).getByRole("link").click();
  await expect(page.getByLabel("Vad ska göras?")).toHaveValue(WHAT);
  return page.url();
}

test("an action is refused with every word kept, then signed, and two who change it at once lose nothing", async ({
  page,
}) => {
  await signIn(page, "hr", "/hr/units/VC01");
  await page.getByRole("link", { name: "Lägg till en åtgärd" }).click();
  await page.getByLabel("Vad ska göras?").fill(WHAT);
  await send(page);
  await expect(page.getByRole("alert").getByRole("link")).toHaveCount(3);
  await expect(page.getByLabel("Vad ska göras?")).toHaveValue(WHAT);
  await page.getByLabel("Vem ansvarar?").fill("Enhetschef");
  await page.getByLabel("Hur kontrolleras det?").fill("Vi räknar avgångar första året.");
  await page.getByLabel("Följs upp senast").fill(`${new Date().getUTCFullYear() + 1}-03-01`);
  await send(page);
  await page.waitForURL(/\/hr\/units\/VC01#plan$/);
  const address = await open(page);
  const other = await page.context().newPage();
  await other.goto(address);
  await other.getByLabel("Vem ansvarar?").fill("Verksamhetschef");
  await send(other);
  await other.waitForURL(/#plan$/);
  await page.getByLabel("Hur kontrolleras det?").fill("Vi räknar varje kvartal.");
  await send(page);
  await expect(page.getByRole("status")).toContainText("Verksamhetschef");
  await expect(page.getByLabel("Hur kontrolleras det?")).toHaveValue("Vi räknar varje kvartal.");
  await send(page);
  await page.waitForURL(/#plan$/);
  await page.goto(address);
  await expect(page.getByRole("rowheader")).toHaveText(["3", "2", "1"]);
});

test("the funnel is walked with the arrow keys, and each point leads to its unit", async ({
  page,
}) => {
  await signIn(page, "hr", "/hr");
  const plot = page.locator(".plot");
  await page.getByText("Varje punkt är en enhet").scrollIntoViewIfNeeded();
  await plot.locator("a[tabindex='0']").focus();
  const first = await page.locator(".plot-says").textContent();
  await page.keyboard.press("ArrowRight");
  const says = page.locator(".plot-says");
  await expect(says).not.toHaveText(first ?? "");
  await expect(says).toContainText("mot väntade");
  const name = ((await says.textContent()) ?? "").split(":")[0] ?? "";
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
});

/** Lets go of a file over the form, as a mouse does that brings it from a folder. */
async function drop(page: Page, name: string, content: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([name, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], name, { type: "text/csv" }));
      return transfer;
    },
    [name, content] as const,
  );
  await page.locator("form.drop").dispatchEvent("drop", { dataTransfer });
}

test("a file is dropped, looked through, confirmed and taken back by keyboard, and says how far it is", async ({
  page,
}) => {
  await signIn(page, "hr", "/hr/import");
  const title = page.getByRole("heading", { level: 1 });
  await drop(page, "sjukfranvaro.csv", "unit_code;period;signal;value\nVC01;2023;sick_leave;5,3\n");
  await page.getByLabel("Vad innehåller filen?").focus();
  await page.keyboard.type("Andra");
  await page.getByRole("button", { name: "Granska filen" }).press("Enter");
  await page.waitForURL(/\/hr\/import\/[0-9a-f-]{36}$/);
  await expect(title).toContainText("Filen");
  await expect(page.getByText("sjukfranvaro.csv")).toBeVisible();
  await page.route("**/api/import-drafts/confirmed", async (route) => {
    expect(route.request().headers()["accept"]).toBe("application/x-ndjson");
    const answer = await route.fetch();
    expect(await answer.text()).toMatch(/^(\{"done":\d+\}\n)+\{"next":"[^"]+"\}\n$/);
    await expect(page.getByRole("progressbar")).toBeVisible();
    await route.fulfill({ response: answer });
  });
  await page.getByRole("button", { name: "Läs in filen" }).press("Enter");
  await page.waitForURL(/done=/);
  await expect(page.getByText(/^Filen är inläst/)).toBeVisible();
  await page.getByRole("link", { name: "Ångra" }).first().press("Enter");
  await expect(title).toContainText("Att ångra inläsningen");
  await page.getByRole("button", { name: "Ångra inläsningen" }).press("Enter");
  await page.waitForURL(/done=/);
  await expect(page.getByRole("row", { name: /ångrar inläsningen/ }).first()).toBeVisible();
});
