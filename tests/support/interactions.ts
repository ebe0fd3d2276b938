import type { Browser, Locator, Page } from "@playwright/test";

/** What the browser's Event Timing does not tell: an interaction that was done sooner. Milliseconds. */
const SOONEST = 16;

const SMALL_PHONE = { width: 360, height: 740 };

/** Keeps when somebody touched the page, and how long every touch or key took until its picture stood. */
export async function watchInteractions(page: Page): Promise<void> {
  await page.addInitScript((durationThreshold) => {
    const touches: number[] = [];
    const kept: Record<number, { began: number; took: number }> = {};
    Object.assign(globalThis, { touches, interactions: kept });
    for (const kind of ["pointerdown", "keydown"]) {
      addEventListener(kind, ({ timeStamp }) => touches.push(timeStamp), { capture: true });
    }
    const options = { type: "event", durationThreshold, buffered: true };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        // Pointer down, up and click are one interaction, which takes as long as the longest of them.
        const id = Number(Reflect.get(entry, "interactionId"));
        const { began, took } = kept[id] ?? { began: entry.startTime, took: 0 };
        const longest = Math.max(took, entry.duration);
        if (id > 0) kept[id] = { began: Math.min(began, entry.startTime), took: longest };
      }
    }).observe(options);
  }, SOONEST);
}

/** How long each touch so far took until its picture stood, in their order; 16 ms for whatever was done sooner. */
export async function interactionsOf(page: Page): Promise<readonly number[]> {
  const [touches, kept] = await page.evaluate(() => {
    const told = [Reflect.get(globalThis, "touches"), Reflect.get(globalThis, "interactions")];
    return told as [number[], Record<number, { began: number; took: number }>];
  });
  const took = touches.map(() => SOONEST);
  for (const one of Object.values(kept)) {
    const touch = touches.filter((at) => at <= one.began).length - 1;
    took[touch] = Math.max(took[touch] ?? SOONEST, one.took);
  }
  return took;
}

/** A processor so many times slower. */
export async function slowDown(page: Page, rate: number): Promise<void> {
  const client = await page.context().newCDPSession(page);
  await client.send("Emulation.setCPUThrottlingRate", { rate });
}

/** One click, or one key in a field that has the focus. */
type Touch = (what: Locator, key?: string) => Promise<void>;

const plainly: Touch = (what, key) => (key ? what.press(key) : what.click());

/**
 * Looks at all questions as somebody without a link, chooses or types something on every page, and comes to the
 * review.
 */
export async function lookThrough(page: Page, pages: number, touch = plainly): Promise<void> {
  const look = page.getByRole("button", { name: "Titta på frågorna" });
  await look.waitFor();
  await touch(look);
  for (let passed = 0; passed < pages; passed += 1) {
    const choice = page.locator(".opt:visible, .scale label:visible").first();
    if (await choice.count()) await touch(choice);
    const field = page.getByRole("textbox").first();
    if (await field.count()) await touch(field, "a");
    await touch(page.getByRole("button", { name: "Fortsätt" }));
    // The bar has moved: what is found next stands on the next page.
    await page.locator(`progress[value="${passed + 2}"]`).waitFor({ state: "attached" });
  }
}

/** The same on a small phone at a quarter of the speed: how long each touch took until its picture stood, in order. */
export async function waitedFor(
  browser: Browser,
  url: string,
  pages: number,
): Promise<readonly number[]> {
  const page = await browser.newPage({ viewport: SMALL_PHONE });
  await watchInteractions(page);
  await slowDown(page, 4);
  await page.goto(url);
  await lookThrough(page, pages);
  const took = await interactionsOf(page);
  await page.close();
  return took;
}

const TWO_FRAMES =
  "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))";

/**
 * The same at full speed: how long the page's own thread worked for each touch until its picture stood, in order,
 * milliseconds. Time of its own work, not of the clock: what else the machine does meanwhile is not in it.
 */
export async function workedFor(
  browser: Browser,
  url: string,
  pages: number,
): Promise<readonly number[]> {
  const page = await browser.newPage({ viewport: SMALL_PHONE });
  const client = await page.context().newCDPSession(page);
  await client.send("Performance.enable", { timeDomain: "threadTicks" });
  const worked = async () => {
    const { metrics } = await client.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN);
  };
  // They come over a network and not within the frame that asked: on one machine they would fall on the first touch.
  await page.route("**/names-*", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    await route.continue();
  });
  const each: number[] = [];
  await page.goto(url);
  await lookThrough(page, pages, async (what, key) => {
    if (key) await what.focus();
    await what.scrollIntoViewIfNeeded();
    const { x = 0, y = 0, width = 0, height = 0 } = (await what.boundingBox()) ?? {};
    await page.mouse.move(x + width / 2, y + height / 2);
    // What getting there costs is over by then.
    await page.evaluate(TWO_FRAMES);
    const before = await worked();
    if (key) await page.keyboard.press(key);
    else await page.mouse.click(x + width / 2, y + height / 2);
    await page.evaluate(TWO_FRAMES);
    each.push((await worked()) - before);
  });
  await page.close();
  return each;
}
