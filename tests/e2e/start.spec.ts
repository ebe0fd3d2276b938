import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { expect, test } from "@playwright/test";
import { freePort } from "@/lib/cli/installation";
import { type Demonstration, startDemonstration } from "../support/demonstration";
import { inDemonstration } from "../support/demonstration-database";

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
  const before = output().length;
  await rename("log", "log_away");
  expect((await fetch(`${origin}/log?q=somebody`)).status).toBe(500);
  await rename("log_away", "log");
  await expect.poll(() => output().slice(before)).toContain("\n");
  return output().slice(before).trim();
}

const lines = (text: string) => text.split("\n").filter((line) => line.trim() !== "");

test("a killed demonstration leaves nothing that blocks the next start, its data is kept, reports that are for who signs in open for nobody else, and a page that fails leaves one line without a value", async () => {
  const first = await startDemonstration({}, { empty: true });
  await first.kill();
  const second = await startDemonstration(
    { SORTI_REPORTS: "signed-in" },
    { empty: true, directory: first.directory },
  );
  const health = await fetch(`${second.origin}/api/health`);
  expect(await health.json()).toMatchObject({ ok: true });
  expect(await openToAnybody(second.origin)).toEqual([]);
  expect(await lineOfFailure(second)).toMatch(/^A page failed: \/log \(\w+, number \d+\)$/);
  await second.stop();
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
  const lender = await startDemonstration({}, { empty: true });
  const installed: unknown = JSON.parse(
    readFileSync(`${lender.directory}/installation.json`, "utf8"),
  );
  const { databasePassword, databasePort } = installed as Record<string, string>;
  const server = `postgresql://sorti_owner:${databasePassword}@127.0.0.1:${databasePort}/postgres`;
  const guest = await startDemonstration({ DATABASE_URL: server }, { empty: true });
  const health = await fetch(`${guest.origin}/api/health`);
  expect(await health.json()).toMatchObject({ ok: true });
  await guest.stop();
  await lender.stop();
});
