import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "@playwright/test";
import { expect, vi } from "vitest";
import { Session } from "@/lib/answering/session";
import { finishConfirmations } from "@/lib/confirmation/mutations";
import { caughtMails } from "@/lib/mail/inbox";
import { CHROMIUM_FLAGS, chromiumPath } from "../../support/chromium";
import type { Party } from "../../support/party";
import { random } from "../../support/round";
import { BOTH, NEXT, NOW, TODAY, type TwoParties } from "../../support/two-parties";

/** Enough that the round is mixed and not carried over. */
export const LEAVERS = 11;

/** Where they get their mail; other tests' mails lie in the same box. */
const HOME = "split.example";

const YEAR = TODAY.slice(0, 4);
const UNITS = "code;name;kind;parent_code;peer_group;valid_from;valid_to;predecessors";
const HEADS = "unit_code;month;permanent_headcount;staff_group";
const LEFT = "employee_ref;unit_code;last_day;kind;email;private_email;language;delivery;protected";

/** The last month of last year, and those of this year that are over. */
const MONTHS = [
  `${Number(YEAR) - 1}-12`,
  ...Array.from(
    { length: Number(TODAY.slice(5, 7)) - 1 },
    (_, n) => `${YEAR}-${String(n + 1).padStart(2, "0")}`,
  ),
];

/** HR's system puts files into its folder, and the command reads them, as every night. */
async function pickUp(issuer: Party, files: Readonly<Record<string, readonly string[]>>) {
  const folder = mkdtempSync(path.join(tmpdir(), "sorti-pick-up-"));
  // What was written just now may not be whole yet.
  const whole = new Date(Date.now() - 10 * 60_000);
  for (const [name, lines] of Object.entries(files)) {
    const file = path.join(folder, name);
    writeFileSync(file, lines.join("\r\n"));
    utimesSync(file, whole, whole);
  }
  const said = await issuer.sorti("import pick-up", { SORTI_PICKUP_DIR: folder });
  rmSync(folder, { recursive: true });
  for (const name of Object.keys(files)) expect(said).toContain(`${name}: applied`);
}

/** Two units and so many who leave today; the round opens, and each gets a mail. Returns the mailed links. */
export async function inviteLeavers({ issuer, collector }: TwoParties): Promise<readonly string[]> {
  const units = ["V1;Björken", "V2;Almen"].map((unit) => `${unit};care;;centres;2020-01-01;;`);
  const heads = MONTHS.flatMap((month) => [`V1;${month};40;`, `V2;${month};30;`]);
  const left = Array.from(
    { length: LEAVERS },
    (_, n) => `${1000 + n};V1;${TODAY};resignation;;p${n}@${HOME};sv;;`,
  );
  await pickUp(issuer, { "units.csv": [UNITS, ...units], "headcount.csv": [HEADS, ...heads] });
  await collector.sorti(`round open ${NOW}`, BOTH);
  await collector.sorti(`round open ${NEXT}`, BOTH);
  await pickUp(issuer, { "departures.csv": [LEFT, ...left] });
  // The collector fetches the confirmation's line for the public log now and then; here, at once.
  await finishConfirmations();
  return vi.waitFor(
    async () => {
      const mails = (await caughtMails(200)).filter(({ to }) => to.endsWith(`@${HOME}`));
      expect(mails).toHaveLength(LEAVERS);
      return mails.map(({ text }) => /http\S+\/svar#\S+/.exec(text)?.[0] ?? "");
    },
    { timeout: 90_000, interval: 500 },
  );
}

/** A person with a browser, from the mail to the receipt. A cookie lies ready at the issuer's, to see whether it goes. */
export async function answerInBrowser({ issuers }: TwoParties, link: string): Promise<string> {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_FLAGS });
  try {
    const context = await browser.newContext({ locale: "sv-SE" });
    await context.addCookies([{ name: "left", value: "must-not-go", url: issuers.origin }]);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (said) => said.type() === "error" && complaints.push(said.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(link);
    await page.getByRole("button", { name: "Börja" }).click();
    const send = page.getByRole("button", { name: "Skicka" });
    const onwards = page.getByRole("button", { name: "Fortsätt", exact: true });
    await onwards.waitFor();
    while (!(await send.isVisible())) await onwards.click();
    await send.click();
    const receipt = page.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/);
    await receipt.waitFor();
    expect(complaints).toEqual([]);
    return (await receipt.textContent()) ?? "";
  } finally {
    await browser.close();
  }
}

/** The page's own code without a page. */
export async function answerWithoutBrowser(parties: TwoParties, link: string): Promise<void> {
  const { issuers, collectors, custodianKeys } = parties;
  let stored: string | null = null;
  const store = {
    read: () => stored,
    write: (text: string) => {
      stored = text;
    },
    clear: () => {
      stored = null;
    },
  };
  const line = {
    collector: collectors.origin,
    issuer: issuers.origin,
    // As a browser would say it: the page is the collector's.
    fetch: (url: string, init: RequestInit) =>
      fetch(url, { ...init, headers: { ...init.headers, Origin: collectors.origin } }),
  };
  const around = { line, random, now: () => Date.now(), store, custodianKeys };
  const session = new Session(around, link.split("#")[1] ?? "", () => undefined);
  await session.open();
  await session.begin();
  await session.send();
  expect(session.stage.at).toBe("sent");
}
