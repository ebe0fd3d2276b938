import { expect, type Page } from "@playwright/test";
import { origin, test } from "../support/visitor";
import { heading, openSurvey, openTokens, WALK } from "./survey-walk";

/** A small phone, upright. */
const SCREEN = { width: 360, height: 740 };

/**
 * Pages of questions that may be scrolled, and why: they are one thought each, and a list that is cut in two
 * hides what could have been chosen.
 */
const LONGER: Readonly<Record<string, string>> = {
  "part-2-reason-open": "the fifteen reasons of the area that was chosen",
  "part-3-too-many": "an opened area, and what must be put right",
  "part-4-staying": "eleven things that could have made somebody stay",
  "part-10-background-next": "nine things that somebody may do next",
  "part-11-found": "every passage that was found, and why",
};

/** The steps whose order is held fast: the first page, a question of each kind, the review. */
const READ = [
  "start",
  "part-1",
  "part-2-reason-open",
  "part-3-too-many",
  "part-5-work",
  "part-9-region-recommend",
  "part-11-found",
  "review",
];

/** What a screen reader is told of the page, in its order; all around it on the first page. */
async function isRead(page: Page, name: string): Promise<void> {
  const told = page.locator(name === "start" ? "body" : "main");
  await expect.soft(told, name).toMatchAriaSnapshot({ name: `${name}.aria.yml` });
}

test("each page of questions is one screen of a small phone, and a screen reader meets every kind of page in its written order", async ({
  page,
}) => {
  const [token = ""] = (await openTokens(page, origin(), 9)).slice(8);
  await page.setViewportSize(SCREEN);
  await openSurvey(page, origin(), token);
  const taller: string[] = [];
  for (const [name, go] of WALK) {
    await go(page);
    if (READ.includes(name)) await isRead(page, name);
    if (!name.startsWith("part-")) continue;
    const ends = await page
      .locator(".go")
      .evaluate((go) => go.getBoundingClientRect().bottom + scrollY);
    if (ends > SCREEN.height) taller.push(name);
  }
  expect(taller).toEqual(Object.keys(LONGER));
  await page.getByRole("button", { name: "Skicka" }).click();
  await expect(heading(page)).toHaveText("Tack. Ditt svar är låst och mottaget.");
  await isRead(page, "receipt");
});
