import type { Browser } from "@playwright/test";

export type FirstLoad = { readonly bytes: number; readonly requests: number };

/** What a browser that was never here fetches to show a page: bytes as they travel, heads and all. */
export async function firstLoad(browser: Browser, url: string): Promise<FirstLoad> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const sent: Promise<number>[] = [];
  page.on("requestfinished", (request) => {
    const size = request.sizes();
    sent.push(size.then((all) => all.responseBodySize + all.responseHeadersSize));
  });
  await page.goto(url, { waitUntil: "networkidle" });
  const sizes = await Promise.all(sent);
  await context.close();
  return { bytes: sizes.reduce((sum, one) => sum + one, 0), requests: sizes.length };
}
