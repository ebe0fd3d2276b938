import { expect, type Page } from "@playwright/test";
import { listKeys } from "@/lib/keys/rounds";
import { pdfTexts } from "../support/pdf-text";
import { oneDeparture, upload } from "../support/upload";
import { directory, origin, signIn, test } from "../support/visitor";

test.describe.configure({ mode: "serial" });

const CUSTODIAN_1 = "fyra lugna renar vid sjön";
const NEW = "tjäle kompass svala pendel furu kajak";

/** The public halves of all keys that lie on the machine. */
const keys = () => JSON.stringify(listKeys(`${directory()}/keys`));

/** Fills in the ceremony's form and presses its button. */
async function ceremony(page: Page, current: string, fresh: string): Promise<void> {
  const form = page.locator("#create form");
  await form.getByLabel("Nuvarande lösenfras").fill(current);
  await form.getByLabel("Ny lösenfras").fill(fresh);
  await form.getByLabel("Samma lösenfras igen").fill(fresh);
  await form.getByLabel("Jag har läst vad som går förlorat").check();
  await form.getByRole("button", { name: "Gör nycklar" }).click();
}

test("a custodian makes keys: a weak passphrase is refused in words, a wrong one costs nothing, and the sheet is printed alone", async ({
  page,
}) => {
  await signIn(page, "operator", "/operator/keys");
  await page.getByText("Gör nya nycklar", { exact: true }).click();
  const before = keys();
  const said = page.locator("#create").getByRole("alert");
  await ceremony(page, CUSTODIAN_1, "sommar sommar");
  await expect(said).toContainText("För lätt att gissa");
  await ceremony(page, "inte den rätta frasen", NEW);
  await expect(said).toContainText("Lösenfrasen stämmer inte. Inget är ändrat");
  expect(keys()).toBe(before);

  await ceremony(page, CUSTODIAN_1, NEW);
  const sheet = page.getByRole("article").filter({ hasText: "Återställningsark" });
  await expect(sheet).toContainText(/([0-9A-Z]{4}\s+){13}/);
  expect(keys()).not.toBe(before);
  await page.emulateMedia({ media: "print" });
  await expect(sheet).toBeVisible();
  for (const other of ["banner", "navigation", "contentinfo"] as const) {
    await expect(page.getByRole(other).first()).toBeHidden();
  }
  await expect(page.getByRole("heading", { level: 1 })).toBeHidden();
  await page.reload();
  await expect(sheet, "the code is shown once").toHaveCount(0);
});

test("the auditor confirms an import by its numbers alone, and the public log says so", async ({
  page,
}) => {
  await signIn(page, "auditor", "/auditor/imports");
  const waiting = page
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: "Väntar" }) });
  await waiting.getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("slutar enligt underlaget");
  await expect(page.getByRole("main")).not.toContainText("@");
  await page.getByRole("button", { name: "Bekräfta antalen" }).click();
  await expect(page.getByText("Antalen är bekräftade och står i den öppna loggen")).toBeVisible();
  await page.goto(`${origin()}/auditor/imports`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Inget underlag väntar");
});

test("a letter is found by its number: HR sees no code, the operator no name, and both see where it is", async ({
  page,
  browser,
}) => {
  const ref = "E-LETTER-1";
  await signIn(page, "hr", "/hr/import");
  await upload(page, "Avgångar", oneDeparture({ ref, unit: "VC02", how: "" }));
  await page.getByRole("button", { name: "Läs in filen" }).click();
  await expect(page.getByText(/antalen bekräftades utan att någon granskade dem/)).toBeVisible();
  await page.goto(`${origin()}/hr/letters`);
  await page.getByLabel("Anställningarnas referenser").fill(`${ref}\nE-NOBODY`);
  await page.getByRole("button", { name: "Visa brevens nummer" }).click();
  const found = page.getByRole("status").locator("dd");
  await expect(found).toHaveText([/^\d{3}\s\d{3}$/, "Inget brev"]);
  const number = ((await found.first().textContent()) ?? "").replace(/\D/g, "");

  const operators = await browser.newContext({ locale: "sv-SE" });
  const desk = await operators.newPage();
  await signIn(desk, "operator", "/operator/letters");
  for (const box of await desk.getByRole("checkbox").all()) await box.uncheck();
  await desk.locator(`input[value="${number}"]`).check();
  // The browser shows a page of its own round a PDF, so what came is taken on the way.
  let pdf: Uint8Array = new Uint8Array();
  await operators.route("**/operator/letters/print", async (route) => {
    const reply = await route.fetch();
    pdf = await reply.body();
    await route.fulfill({ response: reply });
  });
  await desk.getByRole("button", { name: "Öppna utskriften" }).click();
  await expect.poll(() => pdf.length).toBeGreaterThan(0);
  const texts = pdfTexts(pdf).flatMap(({ readings }) => readings);
  const code = texts.find((text) => /^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}-[0-9A-Z]$/.test(text)) ?? "";
  expect(code).not.toBe("");
  await desk.getByRole("button", { name: "Anteckna som utskrivna" }).click();
  await expect(desk.getByText("Breven är antecknade som utskrivna")).toBeVisible();
  expect(await desk.content()).not.toContain(code);
  await operators.close();

  await page.reload();
  const row = page.getByRole("row").filter({ hasText: number.replace(/^\d{3}/, "$&\u202f") });
  await expect(row).toContainText("Utskrivet");
  expect(await page.content()).not.toContain(code);
  await row.getByRole("button", { name: "Anteckna som lämnat" }).click();
  await expect(row).toContainText("Lämnat över");
});

/** Opens the comments' key and waits for the first comment. */
async function beginReading(page: Page): Promise<void> {
  await page.getByLabel("Lösenfras").fill(CUSTODIAN_1);
  await page.getByRole("button", { name: "Börja läsa" }).click();
  await expect(page.getByText("Ni kan läsa i en halvtimme")).toBeVisible();
}

test("two people read a comment: the first saves after a second look, the other approves, and signing out takes the key away", async ({
  page,
  browser,
}) => {
  await signIn(page, "operator2", "/operator/texts");
  await beginReading(page);
  const left = page.getByRole("heading", { level: 1 });
  const before = Number.parseInt((await left.textContent()) ?? "", 10);
  const task = page.locator("#read h2");
  // What the demonstration's first reader has coded comes before what nobody has read.
  await expect(task).toHaveText("Granska");
  await page.getByRole("button", { name: "Godkänn" }).click();
  await expect(left).toContainText(`${before - 1} kommentarer`);
  await page.getByRole("button", { name: "Godkänn" }).click();
  await expect(task).toHaveText("Läs och skriv om");
  const written = await page.locator("blockquote").first().textContent();
  await page.getByRole("checkbox", { name: "Chef och ledning" }).check();
  await page.getByLabel("Omskrivning som kan stå").fill(`Gunilla: ${written}`);
  await page.getByRole("button", { name: "Spara" }).click();
  await expect(page.getByText("Det här kan säga vem det handlar om: Gunilla.")).toBeVisible();
  await page.getByLabel("Omskrivning som kan stå").fill("Ledningen syntes sällan.");
  await page.getByRole("button", { name: "Spara" }).click();
  await expect(page.getByText("Sparat. Kommentaren väntar på en annan läsare.")).toBeVisible();

  const others = await browser.newContext({ locale: "sv-SE" });
  const other = await others.newPage();
  await signIn(other, "operator", "/operator/texts");
  await beginReading(other);
  await expect(other.getByText("Ledningen syntes sällan.")).toBeVisible();
  await other.getByRole("button", { name: "Godkänn" }).click();
  await expect(other.getByText("Godkänd.")).toBeVisible();
  await other.getByRole("button", { name: "Logga ut" }).click();
  await other.waitForURL(`${origin()}/`);
  await signIn(other, "operator", "/operator/texts");
  await expect(other.getByRole("button", { name: "Börja läsa" })).toBeVisible();
  await expect(other.locator("blockquote")).toHaveCount(0);
  await others.close();
});
