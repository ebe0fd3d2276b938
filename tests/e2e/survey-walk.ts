import { execFileSync } from "node:child_process";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import standard from "@/lib/survey/default-questionnaire.json" with { type: "json" };
import { hideTwins, showTwins } from "../support/twins";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * Axe in the page itself, for violations alone: no page of ours has frames, and whatever passes is of no use. Half a
 * megabyte of it is read in once for each page.
 */
async function axe(page: Page): Promise<AxeBuilder> {
  const there = await page.evaluate(() => "axe" in globalThis);
  const builder = new AxeBuilder(there ? { page, axeSource: "0" } : { page });
  return builder.setLegacyMode().options({ resultTypes: ["violations"] });
}

/** What axe finds wrong with the page as it stands: rule and element. */
export async function faults(page: Page): Promise<readonly string[]> {
  const { violations } = await (await axe(page)).withTags(RULES).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/**
 * The same in light and in dark, where only the contrast can be another; of the rows of a long table that are made
 * alike, one, where no script runs. The page is light again afterwards.
 */
export async function faultsInBoth(page: Page): Promise<readonly string[]> {
  await hideTwins(page);
  const light = await faults(page);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  const { violations } = await (await axe(page)).withRules("color-contrast").analyze();
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await showTwins(page);
  const dark = violations.flatMap(({ nodes }) => nodes.map(({ html }) => `dark: ${html}`));
  return [...light, ...dark];
}

const MAILS = 20;

let visitors = "";

/** Addresses of those whom the demonstration keeps unanswered, so that visitors can answer as one of them. */
function visitorAddresses(): ReadonlySet<string> {
  const program = ["--import", "tsx", "tests/support/visitor-addresses.ts"];
  visitors ||= execFileSync(process.execPath, program, { encoding: "utf8" });
  return new Set(visitors.split("\n"));
}

/** The links of mails in the demonstration's inbox: first those that nobody has answered by. */
async function mailedLinks(page: Page, origin: string): Promise<readonly string[]> {
  await page.goto(`${origin}/inbox`);
  const rows = await page.locator("tbody tr").evaluateAll((all) =>
    all.map((row) => ({
      to: row.querySelector("th")?.textContent ?? "",
      mail: row.querySelector("a")?.getAttribute("href") ?? "",
    })),
  );
  const waiting = visitorAddresses();
  const mails = [
    ...rows.filter(({ to }) => waiting.has(to)),
    ...rows.filter(({ to }) => !waiting.has(to)),
  ];
  const read = mails.slice(0, MAILS).map(async ({ mail }) => {
    const text = await (await page.request.get(origin + mail)).text();
    return /href="[^"]*\/svar#([\w-]{43})"/.exec(text)?.[1] ?? [];
  });
  return (await Promise.all(read)).flat();
}

/** Opens the survey with a token, as from the mail: a page of its own, never a change of fragment. */
export async function openSurvey(page: Page, origin: string, token: string): Promise<void> {
  await page.goto("about:blank");
  await page.goto(token ? `${origin}/svar#${token}` : `${origin}/svar`);
}

/**
 * As many tokens that open the survey now, in Swedish and for one who resigned. Asking uses nothing up, but
 * counts for the calling address, so no more are asked than it takes.
 */
export async function openTokens(
  page: Page,
  origin: string,
  wanted: number,
): Promise<readonly string[]> {
  const open: string[] = [];
  // A reminder carries the same link as the invitation.
  for (const token of new Set(await mailedLinks(page, origin))) {
    if (open.length === wanted) break;
    const reply = await page.request.post(`${origin}/api/survey/invitation`, { data: { token } });
    const { state, language, series } = await reply.json();
    if (state === "open" && language === "sv" && series === "leaver") open.push(token);
  }
  return open;
}

/** What is typed in the last part: something for each kind of finding. */
export const TELLING =
  "När jag tog upp det med Karin fick jag höra att alla har det så. Jag var den enda logopeden. Ring 070-123 45 67.";

export const forward = (page: Page) =>
  page.getByRole("button", { name: "Fortsätt", exact: true }).click();
/** Pages of questions that one who resigns meets; the review follows. */
export const PAGES = standard.sections.length;

export const heading = (page: Page) => page.getByRole("heading", { level: 1 });

/** A step of the survey by the name that pictures and reports call it, and how to get there from the one before. */
export type Step = readonly [name: string, go: (page: Page) => Promise<unknown>];

/** Answers every scale of the page and goes on. */
async function answeredForward(page: Page): Promise<void> {
  for (const group of await page.locator("fieldset.q").all()) {
    await group.getByRole("radio", { name: "4", exact: true }).check();
  }
  await forward(page);
}

/** Every step from the start page to the review, with answers of every kind, and the states in between. */
export const WALK: readonly Step[] = [
  ["start", async () => undefined],
  ["known", (page) => page.getByRole("button", { name: "Läs vad som sparas" }).click()],
  [
    "check",
    async (page) => {
      await page.getByRole("button", { name: "Tillbaka till enkäten" }).click();
      await page.getByRole("button", { name: "Börja" }).click();
      await expect(heading(page)).toHaveText("Stämmer det här?");
    },
  ],
  ["check-correct", (page) => page.getByRole("button", { name: "Stämmer det inte?" }).click()],
  ["part-1", forward],
  [
    "part-2-reasons",
    async (page) => {
      await page.getByLabel("Jag har sagt upp mig och lämnar regionen").check();
      await forward(page);
    },
  ],
  [
    "part-2-reason-open",
    async (page) => {
      await page.getByLabel("Arbetsplatsen", { exact: true }).check();
      await page.getByLabel("Det gick inte att ta upp problem").first().check();
    },
  ],
  [
    "part-3-too-many",
    async (page) => {
      await forward(page);
      await page.locator("summary", { hasText: "Arbetsplatsen" }).click();
      for (const reason of ["Täta chefsbyten", "Lön eller villkor", "Arbetsbelastning", "För få"]) {
        await page.locator("details").getByLabel(reason).check();
      }
      await forward(page);
      await expect(page.getByRole("alert")).toBeFocused();
    },
  ],
  [
    "part-4-staying",
    async (page) => {
      await page.locator("details").getByLabel("För få").uncheck();
      await forward(page);
    },
  ],
  ["part-5-work", forward],
  ["part-5-work-2", answeredForward],
  ["part-6-manager", answeredForward],
  ["part-6-manager-2", answeredForward],
  ["part-7-goals", answeredForward],
  ["part-7-goals-2", forward],
  ["part-8-voice", forward],
  ["part-8-voice-raised", forward],
  ["part-9-region-talk", forward],
  ["part-9-region-recommend", forward],
  ["part-9-region-again", answeredForward],
  ["part-10-background-next", forward],
  ["part-10-background-profession", forward],
  ["part-10-background-years", forward],
  ["part-11-words", forward],
  [
    "part-11-found",
    async (page) => {
      await page.getByRole("textbox").first().fill(TELLING);
      await expect(page.getByText("Titta igen på 3 ställen")).toBeVisible();
    },
  ],
  ["part-11-words-2", forward],
  ["review", forward],
];
