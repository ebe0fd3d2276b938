import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { expect, type Page, test } from "@playwright/test";
import { freePort } from "@/lib/cli/installation";
import { type Quarter, quarterOf, shiftQuarter } from "@/lib/quarters/quarter";
import { dayAt } from "@/lib/quarters/today";
import { openUntil, pressWhenReady } from "../support/again";
import { type Demonstration, startDemonstration } from "../support/demonstration";
import { inDemonstration } from "../support/demonstration-database";
import { giveFile, oneDeparture } from "../support/upload";
import { signIn } from "../support/visitor";

test.describe.configure({ mode: "serial" });

/** Every address under /reports, as the folders name them, the one that leads to a PDF, and where mails about them are asked for. */
function reportAddresses(): readonly string[] {
  const served = readdirSync("app/reports", { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)(page[.]tsx|route[.]ts)$/.test(file))
    .map((file) => file.replace(/\/?(page[.]tsx|route[.]ts)$/, ""))
    .map((file) => file.replace("[quarter]", "2026-Q3").replace("[version]", "1"));
  const reports = [...served, "2026-Q3.pdf"].map((file) => `/reports/${file}`.replace(/\/$/, ""));
  return [...reports, "/subscribe"];
}

/** The reports' addresses that do not ask who is there first. */
async function openToAnybody(origin: string): Promise<readonly string[]> {
  const addresses = reportAddresses();
  expect(addresses.length).toBeGreaterThanOrEqual(12);
  const open: string[] = [];
  for (const address of addresses) {
    const reply = await fetch(origin + address, { redirect: "manual" });
    const asks = `/sign-in?next=${encodeURIComponent(address)}`;
    if (reply.headers.get("location") !== asks) open.push(`${address} ${reply.status}`);
  }
  return open;
}

/** What a start that is refused says: everything that the failed demonstration printed. */
async function refusal(extra: Record<string, string>): Promise<string> {
  return startDemonstration(extra, { empty: true }).then(
    async (running) => {
      await running.stop();
      return "it started";
    },
    (cause: Error) => cause.message,
  );
}

/** What a demonstration prints of a page whose table is gone for a while. */
async function lineOfFailure({ origin, directory, output }: Demonstration): Promise<string> {
  const rename = (from: string, to: string) =>
    inDemonstration("collector", `ALTER TABLE release.${from} RENAME TO ${to}`, [], directory);
  const failed = () => output().match(/^\{.*"event":"page-failed".*\}$/gm) ?? [];
  await rename("log", "log_away");
  expect((await fetch(`${origin}/log?q=somebody`)).status).toBe(500);
  await rename("log_away", "log");
  await expect.poll(failed).toHaveLength(1);
  return failed().join("");
}

/** Started again where one was killed; later its PostgreSQL is lent out. */
let second: Demonstration | undefined;

test.afterAll(() => second?.stop());

const lines = (text: string) => text.split("\n").filter((line) => line.trim() !== "");

test("a killed demonstration leaves nothing that blocks the next start, its data is kept, reports that are for who signs in open for nobody else, and a page that fails leaves one line without a value", async () => {
  const first = await startDemonstration({}, { empty: true });
  await first.kill();
  second = await startDemonstration(
    { SORTI_REPORTS: "signed-in" },
    { empty: true, directory: first.directory },
  );
  const health = await fetch(`${second.origin}/api/health`);
  expect(await health.json()).toMatchObject({ ok: true });
  expect(await openToAnybody(second.origin)).toEqual([]);
  expect(JSON.parse(await lineOfFailure(second))).toEqual({
    time: expect.stringMatching(/^[\d-]+T[\d:.]+Z$/),
    ...{ level: "error", event: "page-failed", says: "A page or call failed.", route: "/log" },
    ...{ failure: expect.stringMatching(/^\w+$/), number: expect.stringMatching(/^\d+$/) },
  });
});

test("a port that somebody else uses gives one clear sentence", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const address = other.address();
  const port = typeof address === "object" && address ? String(address.port) : "";
  const said = lines(await refusal({ PORT: port }));
  await new Promise((resolve) => other.close(resolve));
  expect(said.at(-1)).toContain(`Port ${port} is in use by another program.`);
  expect(said.join(" ")).not.toContain(" at ");
});

test("a database that cannot be reached gives one clear sentence", async () => {
  const nowhere = `postgresql://sorti:x@127.0.0.1:${await freePort()}/sorti`;
  const said = lines(await refusal({ DATABASE_URL: nowhere }));
  expect(said.at(-1)).toContain("The database server cannot be reached");
});

test("a PostgreSQL of one's own is used when DATABASE_URL names it", async () => {
  const installed: unknown = JSON.parse(
    readFileSync(`${second?.directory}/installation.json`, "utf8"),
  );
  const { databasePassword, databasePort } = installed as Record<string, string>;
  const server = `postgresql://sorti_owner:${databasePassword}@127.0.0.1:${databasePort}/postgres`;
  const guest = await startDemonstration({ DATABASE_URL: server }, { empty: true });
  const health = await fetch(`${guest.origin}/api/health`);
  expect(await health.json()).toMatchObject({ ok: true });
  await guest.stop();
});

/** Follows the guide's link to a step that is not done, from the role's first page. */
async function follow(page: Page, home: string, link: string): Promise<void> {
  await page.goto(home);
  await page.locator("#guide").getByRole("link", { name: link, exact: true }).click();
}

async function bringIn(page: Page, home: string, link: string, kind: string, lines: string[]) {
  await follow(page, home, link);
  await giveFile(page, kind, `${lines.join("\n")}\n`);
  await page.getByRole("button", { name: "Läs in filen" }).click();
  await expect(page.getByRole("heading", { level: 1 })).not.toContainText("lägger till");
}

async function press(page: Page, name: string): Promise<void> {
  await pressWhenReady(page, name);
  await expect(page.getByRole("button", { name, exact: true })).toHaveCount(0);
}

async function sign(page: Page, button: RegExp): Promise<void> {
  await page.getByLabel("Lösenfras").first().fill("fyra lugna renar vid sjön");
  await page.getByLabel("Lösenfras").last().fill("sju snälla svanar i vassen");
  await page.getByRole("button", { name: button }).click();
  await expect(page.getByRole("button", { name: button })).toHaveCount(0);
}

/** The button that signs a quarter, by its name. */
const signing = (quarter: Quarter) => {
  const [year, n] = quarter.split("-Q");
  return new RegExp(`^Skriv under kvartal\\s${n}\\s${year}$`);
};

const monthsBack = (n: number) => {
  const at = new Date(`${dayAt(new Date())}T12:00:00Z`);
  at.setUTCDate(1);
  at.setUTCMonth(at.getUTCMonth() - n);
  return at.toISOString().slice(0, 7);
};

test("from an empty installation the guide's links lead HR and the operator through the whole first quarter, on the console alone", async ({
  browser,
}) => {
  const demo = await startDemonstration({}, { empty: true });
  const [hr, operator] = [await browser.newPage(), await browser.newPage()];
  const [hrs, operators] = [`${demo.origin}/hr`, `${demo.origin}/operator`];
  await signIn(hr, "hr", "/hr", demo.origin);
  await signIn(operator, "operator", "/operator", demo.origin);

  const first = quarterOf(dayAt(new Date()));
  const heads = Array.from({ length: 14 }, (_, n) => `V1;${monthsBack(n + 1)};40;`);
  await bringIn(hr, hrs, "Läs in enheter", "Enheter", [
    "code;name;kind;parent_code;peer_group;valid_from;valid_to;predecessors",
    "V1;Björken;primary_care;;centres;2020-01-01;;",
  ]);
  await bringIn(hr, hrs, "Läs in antal anställda", "Antal anställda", [
    "unit_code;month;permanent_headcount;staff_group",
    ...heads,
  ]);

  await follow(operator, operators, "Välj enkät");
  await expect(operator.getByRole("main")).toContainText("version");
  await follow(operator, operators, "Skriv under");
  await sign(operator, signing(first));
  await follow(operator, operators, "Öppna kvartalet");
  await press(operator, "Öppna kvartalet");
  await follow(operator, operators, "Skriv under nästa kvartal");
  await sign(operator, signing(shiftQuarter(first, 1)));

  await bringIn(hr, hrs, "Läs in avgångar", "Avgångar", [
    oneDeparture({ ref: "E-1", unit: "V1", how: "slutar@hemma.example" }).trimEnd(),
  ]);
  await openUntil(hr, `${demo.origin}/inbox`, hr.getByText("slutar@hemma.example"));
  await hr.goto(hrs);
  await expect(hr.locator("#guide li.now")).toHaveCount(0);

  await follow(operator, operators, "Stäng kvartalet");
  await press(operator, "Sluta ge ut svarsbevis");
  await press(operator, "Stäng inkorgen");
  await follow(operator, operators, "Blanda");
  await sign(operator, /^Lås upp och börja blanda$/);
  await press(operator, "Publicera nu");
  await expect(operator.getByRole("heading", { level: 1 })).toContainText("publicerad");
  for (const [page, home] of [
    [hr, hrs],
    [operator, operators],
  ] as const) {
    await page.goto(home);
    await expect(page.locator("#guide")).toHaveCount(0);
  }
  await demo.stop();
});
