import { readFileSync } from "node:fs";
import path from "node:path";
import { test as base, expect, type Page } from "@playwright/test";
import { overBudget } from "./statements";

/** Where the demonstration of the browser tests answers. */
export function origin(): string {
  const known = process.env["SORTI_E2E_ORIGIN"];
  if (!known) throw new Error("The browser tests' demonstration is not running.");
  return known;
}

/** Where that demonstration keeps everything, what it prints too. */
export function directory(): string {
  const known = process.env["SORTI_E2E_DIRECTORY"];
  if (!known) throw new Error("The browser tests' demonstration is not running.");
  return known;
}

/** The day in Sweden on which that demonstration was made: its present, also when midnight passes meanwhile. */
export const seededOn = (): string => readFileSync(path.join(directory(), "seeded"), "utf8").trim();

/** What a browser says of itself for a refusal that a test provokes; everything else on the console fails it. */
const PROVOKED = /the server responded with a status of 4\d\d/;

/**
 * A test in which any error on the console, any script that breaks, and any page that asks more of the databases than
 * its budget is a failure.
 */
export const test = base.extend<{ quiet: undefined; frugal: undefined }>({
  frugal: [
    async ({ page: _ }, use) => {
      await use(undefined);
      expect(overBudget(), "every page keeps to its budget of statements").toEqual([]);
    },
    { auto: true },
  ],
  quiet: [
    async ({ page }, use) => {
      const heard: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error" && !PROVOKED.test(message.text()))
          heard.push(message.text());
      });
      page.on("pageerror", (error) => heard.push(error.message));
      await use(undefined);
      expect(heard, "the console stays silent").toEqual([]);
    },
    { auto: true },
  ],
});

/** Signs in as one of the demonstration's people and lands on a page. */
export async function signIn(
  page: Page,
  role: "hr" | "operator" | "operator2" | "auditor",
  next: string,
  at = origin(),
) {
  await page.goto(`${at}/sign-in?next=${encodeURIComponent(next)}`);
  await page.getByLabel("E-post", { exact: true }).fill(`${role}@norrsjo.example`);
  await page.getByLabel("Lösenord").fill("prova-sorti");
  await page.getByRole("button", { name: "Logga in", exact: true }).click();
  await page.waitForURL(`${at}${next}`);
}
