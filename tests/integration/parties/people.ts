import { chromium } from "@playwright/test";
import { expect, vi } from "vitest";
import { Session } from "@/lib/answering/session";
import { commandLineActor } from "@/lib/auth/command-line";
import { confirmInDemonstration } from "@/lib/confirmation/mutations";
import type { ImportKind } from "@/lib/imports/kind-plan";
import { importFile } from "@/lib/imports/mutations";
import { caughtMails } from "@/lib/mail/inbox";
import { CHROMIUM_FLAGS, chromiumPath } from "../../support/chromium";
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

const inFull = { allowRemovals: true };

async function bringIn(kind: ImportKind, ...lines: readonly string[]): Promise<string> {
  const bytes = new TextEncoder().encode(lines.join("\r\n"));
  const done = await importFile(commandLineActor("hr", "test"), { kind, bytes }, inFull);
  if (done.outcome !== "applied") throw new Error(`${kind}: ${done.outcome}`);
  return done.importId;
}

/** Two units and so many who leave today; the round opens, and each gets a mail. Returns the mailed links. */
export async function inviteLeavers({ collector }: TwoParties): Promise<readonly string[]> {
  const units = ["V1;Björken", "V2;Almen"].map((unit) => `${unit};care;;centres;2020-01-01;;`);
  const heads = MONTHS.flatMap((month) => [`V1;${month};40;`, `V2;${month};30;`]);
  const left = Array.from(
    { length: LEAVERS },
    (_, n) => `${1000 + n};V1;${TODAY};resignation;;p${n}@${HOME};sv;;`,
  );
  await bringIn("units", UNITS, ...units);
  await bringIn("headcount", HEADS, ...heads);
  await collector.sorti(`round open ${NOW}`, BOTH);
  await collector.sorti(`round open ${NEXT}`, BOTH);
  await confirmInDemonstration(await bringIn("departures", LEFT, ...left));
  return vi.waitFor(
    async () => {
      const mails = (await caughtMails(200)).filter(({ to }) => to.endsWith(`@${HOME}`));
      expect(mails).toHaveLength(LEAVERS);
      return mails.map(({ text }) => /http\S+\/svar#\S+/.exec(text)?.[0] ?? "");
    },
    { timeout: 300_000, interval: 500 },
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
