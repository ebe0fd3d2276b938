import { chromium } from "@playwright/test";
import lighthouse from "lighthouse";
import { freePort } from "@/lib/cli/installation";
import { CHROMIUM_FLAGS, chromiumPath } from "./chromium";

export type Category = "performance" | "accessibility" | "best-practices" | "seo";

export type Judgement = {
  /** category → 0 to 100. */
  readonly scores: Readonly<Record<string, number>>;
  /** The checks that cost points, in Lighthouse's own words. */
  readonly lost: readonly string[];
  /** Milliseconds until the largest thing stood; not a number when performance was not asked for. */
  readonly largestPaint: number;
};

/** Lighthouse's judgement of a page as a slow phone meets it (its mobile settings: slow 4G, 4 × slower processor). */
export async function judge(url: string, categories: readonly Category[]): Promise<Judgement> {
  const port = await freePort();
  const args = [...CHROMIUM_FLAGS, `--remote-debugging-port=${port}`];
  const browser = await chromium.launch({ executablePath: chromiumPath(), args });
  try {
    const result = await lighthouse(url, {
      port,
      logLevel: "error",
      onlyCategories: [...categories],
      disableFullPageScreenshot: true,
    });
    if (!result) throw new Error(`Lighthouse gave no judgement of ${url}.`);
    const { categories: judged, audits } = result.lhr;
    const scores = Object.entries(judged).map(([id, { score }]) => [id, (score ?? 0) * 100]);
    const weighed = Object.values(judged).flatMap(({ auditRefs }) =>
      auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => audits[id]),
    );
    const lost = weighed.flatMap((audit) =>
      audit && audit.score !== null && audit.score < 1 ? [`${audit.id}: ${audit.title}`] : [],
    );
    const largestPaint = audits["largest-contentful-paint"]?.numericValue ?? Number.NaN;
    return { scores: Object.fromEntries(scores), lost, largestPaint };
  } finally {
    await browser.close();
  }
}
