import { chromium } from "@playwright/test";
import standard from "@/lib/survey/default-questionnaire.json" with { type: "json" };
import { CHROMIUM_FLAGS, chromiumPath } from "../support/chromium";
import { waitedFor } from "../support/interactions";
import { judge } from "../support/lighthouse";
import { median } from "./clock";
import type { Figure } from "./figures";

/** Lighthouse's mobile performance and its largest paint (simulated slow 4G, 4 × slower processor), so many times. */
export async function judged(name: string, url: string, times: number): Promise<readonly Figure[]> {
  const [scores, paints]: [number[], number[]] = [[], []];
  for (let run = 0; run < times; run += 1) {
    const { scores: given, largestPaint } = await judge(url, ["performance"]);
    scores.push(given["performance"] ?? Number.NaN);
    paints.push(largestPaint);
  }
  return [
    {
      name: `${name}, Lighthouse mobile performance`,
      unit: "of 100",
      runs: scores,
      goal: { atLeast: 100 },
    },
    { name: `${name}, largest paint on slow 4G`, unit: "ms", runs: paints, goal: { atMost: 1200 } },
  ];
}

/** How long a slow phone takes to answer touches, on a walk through all questions. */
export async function touched(url: string, times: number): Promise<readonly Figure[]> {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_FLAGS });
  const [middles, slowest]: [number[], number[]] = [[], []];
  try {
    for (let run = 0; run < times; run += 1) {
      const all = await waitedFor(browser, url, standard.sections.length);
      middles.push(median(all));
      slowest.push(Math.max(...all));
    }
  } finally {
    await browser.close();
  }
  const walk = "walk through the questions, processor 4 × slower";
  return [
    { name: `${walk}, median interaction`, unit: "ms", runs: middles },
    { name: `${walk}, slowest interaction`, unit: "ms", runs: slowest },
  ];
}
