import { expect, type Page, test } from "@playwright/test";
import { judge } from "../support/lighthouse";
import { origin } from "../support/visitor";
import { PAGES } from "./survey-walk";

test("Lighthouse, as a slow phone, finds nothing to remark on the survey's accessibility and making", async () => {
  const { scores, lost } = await judge(`${origin()}/svar`, ["accessibility", "best-practices"]);
  expect(lost).toEqual([]);
  expect(scores).toEqual({ accessibility: 100, "best-practices": 100 });
});

/** Keeps how long every touch or key took to be answered, in milliseconds, as the browser's own Event Timing sees it. */
async function watchInteractions(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const kept: number[] = [];
    Object.assign(globalThis, { interactions: kept });
    const note = (list: PerformanceObserverEntryList) => {
      for (const { duration } of list.getEntries()) kept.push(duration);
    };
    const options = { type: "event", durationThreshold: 16, buffered: true };
    new PerformanceObserver(note).observe(options);
  });
}

test("nothing jumps while the survey opens, and a walk through all questions is measured at a quarter of the speed", async ({
  page,
  context,
}) => {
  await watchInteractions(page);
  await page.addInitScript(() => {
    Object.assign(globalThis, { jumped: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (Reflect.get(entry, "hadRecentInput")) continue;
        const before: number = Reflect.get(globalThis, "jumped");
        Object.assign(globalThis, { jumped: before + Number(Reflect.get(entry, "value")) });
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  const client = await context.newCDPSession(page);
  await client.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${origin()}/svar`);
  await page.getByRole("button", { name: "Titta på frågorna" }).click();
  for (let passed = 0; passed < PAGES; passed += 1) {
    const choice = page.locator(".opt:visible, .scale label:visible").first();
    if (await choice.count()) await choice.click();
    await page.getByRole("button", { name: "Fortsätt" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  }
  const { jumped, interactions } = await page.evaluate(() => ({
    jumped: Reflect.get(globalThis, "jumped"),
    interactions: Reflect.get(globalThis, "interactions"),
  }));
  expect(jumped, "layout shift").toBe(0);
  const sorted = [...interactions].sort((a, b) => a - b);
  const [middle, slowest] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
  const said = `${sorted.length} events, half within ${middle} ms, slowest ${slowest} ms`;
  process.stdout.write(`survey page at a quarter of the speed: ${said}\n`);
  expect(page.url()).toBe(`${origin()}/svar`);
});
