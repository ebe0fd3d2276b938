import { expect, type Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { quarterOf } from "@/lib/quarters/quarter";
import { openUntil, pressWhenReady } from "../support/again";
import { pdfPages } from "../support/pdf-text";
import { oneDeparture, upload } from "../support/upload";
import { origin, seededOn, signIn, test } from "../support/visitor";
import { faultsInBoth } from "./survey-walk";

test.describe.configure({ mode: "serial" });

const LEAVER = "slutar.nu@hemma.example";

/** The quarter that the demonstration is in. */
const thisQuarter = () => quarterOf(seededOn());

const FILE = oneDeparture({ ref: "E-STORY-1", unit: "VC01", how: LEAVER });

test("HR sees every problem of a file at once, and nothing is stored", async ({ page }) => {
  await signIn(page, "hr", "/hr/import");
  const wrong = FILE.replace("VC01", "NO-SUCH-UNIT")
    .replace("resignation", "quit")
    .replace(/\d{4}-\d{2}-\d{2}/, "2026-02-30");
  await upload(page, "Avgångar", wrong);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("3 fel");
  for (const name of ["Datum", "Slag av avgång", "Okänd enhet"]) {
    await expect(page.getByText(name, { exact: true }).first()).toBeVisible();
  }
  await expect(page.getByText(LEAVER)).toHaveCount(0);
});

test("HR previews, confirms, and a second import of the same file changes nothing", async ({
  page,
}) => {
  await signIn(page, "hr", "/hr/import");
  await upload(page, "Avgångar", FILE);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("lägger till en avgång");
  await page.getByRole("button", { name: "Läs in filen" }).click();
  await expect(page.getByText(/antalen bekräftades utan att någon granskade dem/)).toBeVisible();
  await upload(page, "Avgångar", FILE);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/ändrar ingenting/);
});

/** The link in the newest mail to the leaver. */
async function mailedLink(page: Page): Promise<string> {
  await openUntil(page, `${origin()}/inbox`, page.getByText(LEAVER));
  await page.locator("tr, li", { hasText: LEAVER }).first().getByRole("link").click();
  const link = page.locator('a[href*="/svar#"]').first();
  await expect(link).toBeVisible();
  return (await link.getAttribute("href")) ?? "";
}

test("the departing employee answers from the mail and gets a receipt", async ({ page }) => {
  const link = await mailedLink(page);
  await page.goto(link);
  expect(page.url(), "the token leaves the address bar at once").toBe(`${origin()}/svar`);
  await page.getByRole("button", { name: "Börja" }).click();
  await page.getByRole("button", { name: "Fortsätt" }).click();
  await page.getByLabel("Jag har sagt upp mig och lämnar regionen").check();
  await page.getByRole("button", { name: "Fortsätt" }).click();
  await page.getByLabel("Arbetsplatsen", { exact: true }).check();
  await page.getByLabel("Arbetsbelastning eller stress").first().check();
  for (let step = 0; step < 30; step += 1) {
    if (await page.getByRole("button", { name: "Skicka" }).isVisible()) break;
    await page.getByRole("button", { name: "Fortsätt" }).click();
  }
  await page.getByRole("button", { name: "Skicka" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("mottaget");
  await expect(page.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/)).toBeVisible();
  expect(await page.evaluate(() => [localStorage.length, document.cookie])).toEqual([0, ""]);
});

test("the same link gives no second answer", async ({ page }) => {
  await page.goto(await mailedLink(page));
  await page.getByRole("button", { name: "Börja" }).click();
  for (let step = 0; step < 30; step += 1) {
    if (await page.getByRole("button", { name: "Skicka" }).isVisible()) break;
    await page.getByRole("button", { name: "Fortsätt" }).click();
  }
  await page.getByRole("button", { name: "Skicka" }).click();
  await expect(page.getByText(/redan/).first()).toBeVisible();
});

test("HR reads the overview and a unit, with verdicts in words and no ranking", async ({
  page,
}) => {
  await signIn(page, "hr", "/hr");
  const title = page.getByRole("heading", { level: 1 });
  await expect(title).toContainText("Björken");
  await expect(title).toContainText("Älvstranden");
  for (const verdict of ["Prioritera", "Bevaka", "Ny signal", "Varken eller"]) {
    await expect(page.getByRole("heading", { name: verdict, exact: true })).toBeVisible();
  }
  await page.getByRole("link", { name: "Älvstranden", exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Älvstranden");
  await expect(page.locator("svg[role=img]:visible").first()).toBeVisible();
});

test("the operator closes the quarter in two steps; a wrong passphrase costs nothing", async ({
  page,
}) => {
  await signIn(page, "operator", "/operator");
  await pressWhenReady(page, "Sluta ge ut svarsbevis");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("sista svaren");
  await pressWhenReady(page, "Stäng inkorgen");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("kan blandas");
  await page.getByLabel("Lösenfras").first().fill("inte den rätta frasen");
  await page.getByLabel("Lösenfras").last().fill("inte den heller");
  await page.getByRole("button", { name: "Lås upp och börja blanda" }).click();
  await expect(page.getByText("Lösenfrasen stämmer inte").first()).toBeVisible();
});

test("both custodians mix the quarter and its keys go; HR reads the draft", async ({ page }) => {
  await signIn(page, "operator", "/operator");
  await page.getByLabel("Lösenfras").first().fill("fyra lugna renar vid sjön");
  await page.getByLabel("Lösenfras").last().fill("sju snälla svanar i vassen");
  await page.getByRole("button", { name: "Lås upp och börja blanda" }).click();
  const mixed = page.getByRole("heading", { level: 1, name: "är blandat" });
  await openUntil(page, `${origin()}/operator`, mixed);
  await page.goto(`${origin()}/log`);
  await expect(page.getByRole("main")).toContainText("nycklar");
  await page.context().clearCookies();
  await signIn(page, "hr", "/hr/comment");
  await page.getByRole("link", { name: "Läs utkastet till rapporten" }).click();
  await expect(page.getByRole("main")).toContainText("Utkast.");
  expect(await faultsInBoth(page)).toEqual([]);
  await page.context().clearCookies();
  await signIn(page, "operator", "/operator");
  await pressWhenReady(page, "Publicera nu");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("publicerad");
});

test("a politician reads the report signed out, and the files hold the same figures", async ({
  page,
}) => {
  await page.goto(`${origin()}/reports`);
  await page.getByRole("main").locator("a[href^='/reports/20']").first().click();
  await page.waitForURL(`${origin()}/reports/${thisQuarter()}`);
  await expect(page.locator(".lead dt")).toHaveText([
    "Var",
    "Nytt sedan sist",
    "Varför",
    "Gjort sedan sist",
    "Hur säkert",
  ]);
  const json = await page.request.get(`${page.url()}/data.json`);
  const csv = await page.request.get(`${page.url()}/data.csv`);
  expect([json.status(), csv.status()]).toEqual([200, 200]);
  const { rows }: { rows: { id: string; value?: number }[] } = await json.json();
  const inJson = new Map(rows.map(({ id, value }) => [id, String(value ?? "")]));
  const records: { id: string; value: string }[] = parse(await csv.text(), {
    bom: true,
    columns: true,
    delimiter: ";",
  });
  expect(new Map(records.map(({ id, value }) => [id, value]))).toEqual(inJson);
  const onPage = await page
    .locator("data[data-row]")
    .evaluateAll((all) =>
      all.map((one) => [one.getAttribute("data-row"), one.getAttribute("value")]),
    );
  expect(onPage.length).toBeGreaterThan(100);
  expect(onPage.filter(([id, value]) => inJson.get(id ?? "") !== value)).toEqual([]);
});

/** One answer for each question, as the first screens give it. */
const FIVE_ANSWERS = [
  /vårdcentraler har haft minst 10.?% personalomsättning varje år/,
  /På Björken och Älvstranden är avgångarna fler än slumpen brukar ge/,
  /det viktigaste skälet fanns på arbetsplatsen/,
  /flaggade vårdcentraler: .*arbetar med sin/,
  /Beslutat men inte påbörjat: /,
];

test("without a script, on two screens of a tablet: which centres, more than chance, why, what was done, what is proposed", async ({
  browser,
}) => {
  const screen = { width: 1280, height: 800 };
  const tablet = await browser.newContext({ javaScriptEnabled: false, viewport: screen });
  const page = await tablet.newPage();
  await page.goto(`${origin()}/reports/${thisQuarter()}`);
  const said = (await page.locator(".lead").textContent()) ?? "";
  const places = FIVE_ANSWERS.map((answer) => said.search(answer));
  expect(places.every((at) => at >= 0)).toBe(true);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  const box = await page.locator(".lead").boundingBox();
  expect((box?.y ?? Number.NaN) + (box?.height ?? 0)).toBeLessThan(2 * screen.height);
  await expect(page.locator("svg[role=img]:visible").first()).toBeVisible();
  await page.locator("summary").first().click();
  await expect(page.getByRole("table").nth(2)).toBeVisible();
  await page.getByRole("table").first().getByRole("link", { name: "Björken" }).click();
  await expect(page.locator("tr:has(:target)")).toContainText("Björken");
  const pdf = await page.request.get(`${origin()}/reports/${thisQuarter()}.pdf`);
  expect([pdf.status(), pdf.headers()["content-type"]]).toEqual([200, "application/pdf"]);
  // Where a line ends, and what a word is joined by, is another on paper.
  const tight = (words: string) => words.replaceAll(/[\s\u00ad\u200b\u2060-]/g, "");
  const first = tight(pdfPages(await pdf.body())[0] ?? "");
  const onPaper = FIVE_ANSWERS.map(({ source }) => first.search(new RegExp(tight(source))));
  expect(onPaper.every((at) => at >= 0)).toBe(true);
  expect(onPaper).toEqual(onPaper.toSorted((a, b) => a - b));
  await tablet.close();
});
