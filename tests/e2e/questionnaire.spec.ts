import { expect } from "@playwright/test";
import { origin, signIn, test } from "../support/visitor";
import { faults, forward } from "./survey-walk";

test("the operator hears of every fault in a file, rewords a version, looks at it as leavers will, and chooses it", async ({
  page,
}) => {
  const start = "/operator/questionnaires";
  const heading = page.getByRole("heading", { level: 1 });
  await signIn(page, "operator", start);
  await expect(heading).toContainText("version 1");
  const buffer = Buffer.from('{"id": "exit", "version": "2", "languages": []}');
  await page
    .getByLabel("Fil med enkäten")
    .setInputFiles({ name: "half.json", mimeType: "application/json", buffer });
  await page.getByRole("button", { name: "Läs in" }).click();
  await expect(page.getByRole("alert")).toContainText("half.json. Inget är sparat.");
  expect(await page.getByRole("alert").getByRole("listitem").count()).toBeGreaterThan(3);
  expect(await faults(page)).toEqual([]);

  await page.getByRole("link", { name: /Avslutsenkät, version 1/ }).click();
  await page.getByRole("link", { name: "Ändra texter: svenska" }).click();
  const title = page.getByLabel("title", { exact: true });
  await title.fill("Avslutsenkäten");
  await page.getByLabel("intro", { exact: true }).fill(" ");
  await page.getByRole("button", { name: "Spara som en ny version" }).first().click();
  await expect(page.getByRole("alert")).toContainText("Texten intro är tom");
  await expect(title).toHaveValue("Avslutsenkäten");
  expect(await faults(page)).toEqual([]);
  await page.getByLabel("intro", { exact: true }).fill("Ny inledning: minst {k} svar.");
  await page.getByRole("button", { name: "Spara som en ny version" }).first().click();
  await expect(heading).toContainText("Version 2 är sparad");
  await expect(page.getByText("2 saker skiljer den från version 1")).toBeVisible();

  const sent: string[] = [];
  const address = await page.getByRole("link", { name: "Se enkäten" }).getAttribute("href");
  const version = page.url();
  await page.goto(origin() + address);
  page.on("request", (request) => sent.push(`${request.method()} ${request.url()}`));
  await expect(page.getByText(/Inget av det du väljer sparas eller skickas/)).toBeVisible();
  await page.getByRole("radio").first().check();
  await forward(page);
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("button", { name: "Continue" })).toBeVisible();
  expect(await faults(page)).toEqual([]);
  expect(sent).toEqual([]);

  await page.goto(version);
  await page.getByRole("button", { name: "Välj version 2 för nästa kvartal" }).click();
  await expect(heading).toContainText("Version 2 ställs nästa kvartal som planeras");
  await page.goto(`${origin()}/log`);
  await expect(page.getByText(/Enkät exit, version 2, gäller från nästa kvartal/)).toBeVisible();
});
