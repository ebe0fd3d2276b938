import { Command } from "commander";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { commandLineActor } from "@/lib/auth/command-line";
import { purgeCommand } from "@/lib/cli/commands/purge";
import { startHousekeeping } from "@/lib/cli/housekeeping";
import { db } from "@/lib/db/clients";
import { collectorDisposals, dueNow, employerDisposals } from "@/lib/disposal/data";
import { disposeDue } from "@/lib/disposal/mutations";
import { talkCoverage } from "@/lib/exit-talks/data";
import { createInvitations } from "@/lib/invitations/mutations";
import { linkKey, tokenHash, tokenOf } from "@/lib/keys/link-key";
import { asOwner } from "@/tests/support/databases";
import { withMailing } from "../invitations/mailing";
import { at, hr, invited, LAST_DAY } from "../reminders/a-leaver";

withMailing();
afterEach(() => vi.restoreAllMocks());

const auditor = commandLineActor("auditor", "test");
const ANNA = "anna.gallras@region.example";
/** The link's last day is 29 January; on the 30th nothing is needed any more. */
const [LAST, AFTER] = ["2027-01-29", "2027-01-30"];

/** Where a text stands in any column of any table, the mail jobs' too. */
async function tablesWith(text: string): Promise<string[]> {
  const tables = await asOwner<{ name: string }>(
    "employer",
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const sql = `SELECT FROM ${name} t WHERE strpos(t::text, $1) > 0 LIMIT 1`;
    if ((await asOwner("employer", sql, [text])).length > 0) found.push(name);
  }
  return found.toSorted();
}

const rows = async (table: string) => (await asOwner("employer", `SELECT FROM ${table}`)).length;

/** The round after the link's last one is open: no round could be asked about the link any more. */
const laterRound = () =>
  asOwner("employer", "INSERT INTO issuer.rounds VALUES ('2027-Q2', 'n', 'e', 'planned')");

/** One who was mailed and reminded, whose link was used, and who wishes a talk. */
async function leaver(): Promise<string> {
  const id = await invited(ANNA);
  const hash = tokenHash(tokenOf(linkKey(), id));
  await asOwner("employer", "INSERT INTO issuer.redemptions VALUES ($1, '\\x01', '2026-Q4')", [
    hash,
  ]);
  await asOwner("employer", "INSERT INTO identity.reminders VALUES ($1, 1, '2026-11-26')", [id]);
  await asOwner("employer", "UPDATE identity.exit_talks SET state = 'wished', contact = 'ring'");
  return id;
}

const held = async () =>
  Object.fromEntries(
    await Promise.all(
      ["identity.invitations", "identity.reminders", "issuer.links", "issuer.redemptions"].map(
        async (table) => [table, await rows(table)] as const,
      ),
    ),
  );

describe("sixty days after the last day", () => {
  beforeEach(laterRound);

  test("nothing goes a day too early; then address, invitation, reminder, link and what says it was used go, and a second time there is nothing", async () => {
    await leaver();
    expect(await disposeDue(at(LAST))).toEqual([]);
    expect(Object.values(await held())).toEqual([1, 1, 1, 1]);
    expect(await tablesWith(ANNA)).toContain("identity.departures");

    const due = (await dueNow(at(AFTER))).filter(({ count }) => count > 0);
    expect(due).toEqual([
      { class: "invitations", count: 1 },
      { class: "addresses", count: 1 },
      { class: "links", count: 1 },
    ]);
    const both = await Promise.all([1, 2].map(() => disposeDue(at(AFTER))));
    expect(both.flat().filter(({ count }) => count > 0)).toEqual(due);
    expect(Object.values(await held())).toEqual([0, 0, 0, 0]);
    expect(await disposeDue(at(AFTER))).toEqual([]);
    const lines = await employerDisposals(auditor, 10);
    expect(lines.map(({ day, rule, count }) => [day, rule, count])).toEqual(
      due.map(() => [AFTER, "60 days after leaving", 1]),
    );
  });

  test("the address is in no table, and the pseudonym, unit, month and kind stay as they were", async () => {
    await leaver();
    await asOwner("employer", "UPDATE identity.departures SET pseudonym = 'hmac'");
    await disposeDue(at(AFTER));
    expect(await tablesWith(ANNA)).toEqual([]);
    expect(await db("identity").departure.findMany()).toMatchObject([
      {
        pseudonym: "hmac",
        unitCode: "VC01",
        lastDay: LAST_DAY,
        kind: "resignation",
        invited: "mail",
      },
    ]);
  });

  test("nobody is invited again, and the exit talks' coverage counts the same people", async () => {
    await leaver();
    const before = await talkCoverage(hr, AFTER);
    await disposeDue(at(AFTER));
    expect(await talkCoverage(hr, AFTER)).toEqual(before);
    expect(before?.leavers).toBe(1);
    expect(await createInvitations(hr, at(AFTER))).toMatchObject({ mail: 0, letter: 0 });
  });

  test("whose last day was put forward after the mail keeps the link, and whose was put off can be reached until then", async () => {
    await leaver();
    await asOwner("employer", "UPDATE identity.departures SET last_day = '2026-11-10'");
    await disposeDue(at("2027-01-20"));
    expect(await held()).toMatchObject({ "identity.invitations": 1, "issuer.links": 1 });
    await asOwner("employer", "UPDATE identity.departures SET last_day = '2026-12-20'");
    await disposeDue(at(AFTER));
    expect(await held()).toMatchObject({ "identity.invitations": 1 });
    expect(await tablesWith(ANNA)).toContain("identity.departures");
  });

  test("an interrupted run has done all of it or nothing, with its line", async () => {
    await leaver();
    await asOwner("employer", "ALTER TABLE disposal.log RENAME TO away");
    await expect(disposeDue(at(AFTER))).rejects.toThrow();
    await asOwner("employer", "ALTER TABLE disposal.away RENAME TO log");
    expect(Object.values(await held())).toEqual([1, 1, 1, 1]);
    expect(await disposeDue(at(AFTER))).toHaveLength(3);
  });
});

test("a talk goes a year after the last day, or two when somebody waits for it; a pseudonym after five", async () => {
  await leaver();
  const classes = async (day: string) => (await disposeDue(at(day))).map((one) => one.class);
  await classes(AFTER);
  expect(await classes("2027-12-01")).toEqual([]);
  expect(await classes("2028-12-01")).toEqual(["exit-talks"]);
  expect(await classes("2031-11-30")).toEqual([]);
  expect(await classes("2031-12-01")).toEqual(["pseudonyms"]);
  expect(await classes("2031-12-02")).toEqual([]);
  const [left] = await db("identity").departure.findMany();
  expect(left).toMatchObject({ unitCode: "VC01", lastDay: "2026-11-01", kind: "resignation" });
  expect(left?.pseudonym).toMatch(/^nobody /);
});

test("the access log of either side goes after 24 months, and the database keeps what is younger, whatever the app says", async () => {
  const days = (n: number) => new Date(Date.now() - n * 86_400_000);
  const access = (n: number) => ({ data: [{ user: "u", page: "/hr", at: days(n) }] });
  for (const own of [db("identity").access, db("operator").access]) {
    await own.createMany(access(700));
    await own.createMany(access(740));
    await expect(own.deleteMany({})).rejects.toThrow();
  }
  expect(await disposeDue(new Date())).toEqual([
    { class: "accesses", count: 1 },
    { class: "accesses-operator", count: 1 },
  ]);
  expect([await rows("identity.accesses"), await db("operator").access.count()]).toEqual([1, 1]);
  expect(await collectorDisposals(auditor, 10)).toMatchObject([
    { class: "accesses-operator", rule: "24 months after visit", count: 1 },
  ]);
});

async function sorti(...flags: readonly string[]): Promise<string> {
  const lines: string[] = [];
  vi.spyOn(console, "log").mockImplementation((line: string) => lines.push(line));
  const program = new Command();
  purgeCommand(program);
  await program.parseAsync(["purge", ...flags], { from: "user" });
  return lines.join("\n");
}

test("sorti purge tells what would go and why without doing it, then does it, and never names anybody", async () => {
  await leaver();
  await asOwner("employer", "UPDATE identity.departures SET last_day = '2025-12-01'");
  await asOwner("employer", "UPDATE identity.invitations SET window_to = '2026-01-30'");
  const told = await sorti("--dry-run");
  expect(told).toContain("1 · Invitations, reminders and letters: 60 days after the last day");
  expect(told).toContain("Nothing was disposed of (dry run).");
  expect(told).not.toContain(ANNA);
  expect(await rows("identity.invitations")).toBe(1);
  expect(JSON.parse(await sorti("--dry-run", "--json"))).toMatchObject({
    dryRun: true,
    disposed: expect.arrayContaining([
      { class: "invitations", count: 1, rule: "60 days after leaving" },
    ]),
  });
  const housekeeping = await startHousekeeping((work) => expect(work).toBe(""));
  await housekeeping.stop();
  expect(await rows("identity.invitations")).toBe(0);
  expect(await sorti()).toContain("Nothing is due.");
});
