import type { Page } from "@playwright/test";
import { dayAt } from "@/lib/quarters/today";
import { origin } from "./visitor";

const COLUMNS =
  "employee_ref;unit_code;last_day;kind;email;private_email;language;delivery;protected";

/** A file of departures with one person who has resigned and leaves today. `how`: the private address, or `""` for a letter. */
export function oneDeparture(given: { ref: string; unit: string; how: string }): string {
  const today = dayAt(new Date());
  const delivery = given.how === "" ? "letter" : "mail";
  return `${COLUMNS}\n${given.ref};${given.unit};${today};resignation;;${given.how};sv;${delivery};\n`;
}

/** HR gives a file to be looked through; `kind`: what it holds, as the page names it. */
export async function upload(page: Page, kind: string, content: string): Promise<void> {
  await page.goto(`${origin()}/hr/import`);
  await giveFile(page, kind, content);
}

/** The same on the page of imports, wherever that is. */
export async function giveFile(page: Page, kind: string, content: string): Promise<void> {
  await page.getByLabel("Vad innehåller filen?").selectOption(kind);
  await page
    .getByLabel("Fil", { exact: true })
    .setInputFiles({ name: "file.csv", mimeType: "text/csv", buffer: Buffer.from(content) });
  await page.getByRole("button", { name: "Granska filen" }).click();
}
