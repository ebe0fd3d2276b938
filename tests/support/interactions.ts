import type { Page } from "@playwright/test";

/** Keeps how long every touch or key took until its picture stood, in milliseconds, as the browser's Event Timing sees it. */
export async function watchInteractions(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const kept: Record<number, number> = {};
    Object.assign(globalThis, { interactions: kept });
    const options = { type: "event", durationThreshold: 16, buffered: true };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        // Pointer down, up and click are one interaction, which takes as long as the longest of them.
        const id = Number(Reflect.get(entry, "interactionId"));
        if (id > 0) kept[id] = Math.max(kept[id] ?? 0, entry.duration);
      }
    }).observe(options);
  });
}

/** The interactions so far, the fastest first. One that was done within 16 ms is not told. */
export async function interactionsOf(page: Page): Promise<readonly number[]> {
  const kept: Record<number, number> = await page.evaluate(() =>
    Reflect.get(globalThis, "interactions"),
  );
  return Object.values(kept).sort((a, b) => a - b);
}

/** A processor so many times slower. */
export async function slowDown(page: Page, rate: number): Promise<void> {
  const client = await page.context().newCDPSession(page);
  await client.send("Emulation.setCPUThrottlingRate", { rate });
}

/** Looks at all questions as somebody without a link, chooses something on every page, and comes to the review. */
export async function lookThrough(page: Page, pages: number): Promise<void> {
  await page.getByRole("button", { name: "Titta på frågorna" }).click();
  for (let passed = 0; passed < pages; passed += 1) {
    const choice = page.locator(".opt:visible, .scale label:visible").first();
    if (await choice.count()) await choice.click();
    await page.getByRole("button", { name: "Fortsätt" }).click();
    // The bar has moved: what is found next stands on the next page.
    await page.locator(`progress[value="${passed + 2}"]`).waitFor({ state: "attached" });
  }
}
