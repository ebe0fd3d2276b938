import { expect, type Locator, type Page } from "@playwright/test";

/** Loads a page again and again until it shows what is waited for; as long as the test may take. */
async function loadUntil(load: () => Promise<unknown>, shown: Locator): Promise<void> {
  await expect(async () => {
    await load();
    expect(await shown.count()).toBeGreaterThan(0);
  }).toPass();
}

/** The same of an address. */
export const openUntil = (page: Page, address: string, shown: Locator): Promise<void> =>
  loadUntil(() => page.goto(address), shown);

/** Presses a button as soon as it may be pressed: the grace period is seconds in the demonstration. */
export async function pressWhenReady(page: Page, name: string): Promise<void> {
  const button = page.getByRole("button", { name, exact: true, disabled: false });
  await loadUntil(() => page.reload(), button);
  await button.click();
}
