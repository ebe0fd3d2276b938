import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { expect, test } from "@playwright/test";
import { freePort } from "@/lib/cli/installation";
import { startDemonstration } from "../support/demonstration";

test.describe.configure({ mode: "serial" });

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

const lines = (text: string) => text.split("\n").filter((line) => line.trim() !== "");

test("a killed demonstration leaves nothing that blocks the next start, and its data is kept", async () => {
  const first = await startDemonstration({}, { empty: true });
  await first.kill();
  const second = await startDemonstration({}, { empty: true, directory: first.directory });
  const health = await fetch(`${second.origin}/api/health`);
  expect(await health.json()).toMatchObject({ ok: true });
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
