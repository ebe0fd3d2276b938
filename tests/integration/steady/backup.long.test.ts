import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { issueCredential, stopIssuing } from "@/lib/credential/mutations";
import { closeClients } from "@/lib/db/clients";
import { ensureDatabase, letRolesIn, migrate } from "@/lib/db/provision";
import { installQueues } from "@/lib/jobs/queues";
import type { RoundRecord } from "@/lib/rounds/record";
import { recallUsedLinks } from "@/lib/used-links/mutations";
import { asOwner } from "../../support/databases";
import { startDebianServer } from "../../support/debian-postgres";
import { answerRound, blinded, newLink } from "../../support/respondent";
import { openSmallRound, Q1 } from "../../support/round";

const PASSWORD = randomBytes(12).toString("hex");
/** How many have answered before anything is copied. */
const WAITING = 3;
const DAY = "2026-02-10";
const window = { from: "2026-01-05", to: "2026-03-20" };
const folder = mkdtempSync(path.join(tmpdir(), "sorti-copies-"));

let server: Awaited<ReturnType<typeof startDebianServer>>;
let round: RoundRecord;

/** What `sorti db migrate` does with both databases; every connection leads there afterwards. */
async function migrated(employerName: string): Promise<void> {
  const [employer, collector] = [server.url(employerName), server.url("sorti_collector")];
  for (const name of [employerName, "sorti_collector"]) {
    await ensureDatabase(server.url("postgres"), name);
  }
  const owners = { employer, collector };
  await migrate(owners);
  await installQueues(employer);
  await closeClients();
  const urls = { OWNER_URL_EMPLOYER: employer, OWNER_URL_COLLECTOR: collector };
  const all = { ...urls, ...(await letRolesIn(owners, PASSWORD)) };
  for (const [name, url] of Object.entries(all)) vi.stubEnv(name, url);
}

beforeAll(async () => {
  server = await startDebianServer(PASSWORD);
  await migrated("sorti_employer");
  round = await openSmallRound();
  for (let n = 0; n < WAITING; n += 1) await answerRound(round, { unit: "A" });
}, 300_000);

afterAll(async () => {
  await closeClients();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const asking = async (token: Uint8Array) =>
  ({ token, quarter: Q1, blinded: (await blinded(round)).blinded }) as const;

/** Tables, rights, functions and triggers, as SQL. */
const structure = async (database: string) =>
  (await server.tool("pg_dump", "--schema-only", server.url(database)))
    // pg_dump locks its output by a word that it draws each time.
    .replaceAll(/^\\(un)?restrict .*$/gm, "")
    // A condition that was read back has fewer parentheses, and says the same.
    .replaceAll(/[()]/g, "");

test("an employer's database that is restored from yesterday's copy is whole, with every right as it was, and lets no link be used again", async () => {
  const [before, since, never] = [
    await newLink(window),
    await newLink(window),
    await newLink(window),
  ];
  expect((await issueCredential(await asking(before), DAY)).kind).toBe("signed");
  const copy = path.join(folder, "employer.dump");
  const here = server.url("sorti_employer");
  await server.tool("pg_dump", "--format=custom", `--file=${copy}`, here);
  expect((await issueCredential(await asking(since), DAY)).kind).toBe("signed");
  const late = await newLink(window);
  expect((await issueCredential(await asking(late), DAY)).kind).toBe("signed");

  // Into an empty database: what the queue has partitioned cannot be cleaned away first.
  await ensureDatabase(server.url("postgres"), "sorti_restored");
  const there = server.url("sorti_restored");
  await server.tool("pg_restore", "--single-transaction", `--dbname=${there}`, copy);
  await migrated("sorti_restored");
  expect(await structure("sorti_restored")).toBe(await structure("sorti_employer"));
  expect(await asOwner("employer", "SELECT FROM issuer.redemptions")).toHaveLength(WAITING + 1);

  const refused = { kind: "refused", error: "already-used" };
  expect(await issueCredential(await asking(since), DAY)).toEqual(refused);
  expect(await recallUsedLinks(new Date())).toBe(2);
  for (const used of [before, since]) {
    expect(await issueCredential(await asking(used), DAY)).toEqual(refused);
  }
  expect((await issueCredential(await asking(never), DAY)).kind).toBe("signed");
  expect(await stopIssuing(Q1), "with the one whose link the copy never had").toBe(WAITING + 4);
});

/** As the runbook has it. */
const NEVER_COPIED = [
  "--exclude-table-data=collector.*",
  "--exclude-table-data=mixing.*",
  "--exclude-table-data=redaction.comments",
];

test("the external party's copy holds no answer, sealed or not, no receipt of one that waits, and no text", async () => {
  const rows = await asOwner<Record<string, Buffer>>(
    "collector",
    "SELECT message, sealed, withdrawal_hash FROM collector.inbox",
  );
  expect(rows).toHaveLength(WAITING);
  const copy = path.join(folder, "collector.sql");
  const here = server.url("sorti_collector");
  await server.tool("pg_dump", ...NEVER_COPIED, `--file=${copy}`, here);
  const text = readFileSync(copy, "utf8");
  for (const row of rows) {
    for (const part of Object.values(row)) expect(text).not.toContain(part.toString("hex"));
  }
  expect(text.match(/^COPY (?:collector|mixing)[.]|^COPY redaction[.]comments/gm)).toBeNull();
  expect(text).toContain("COPY release.rounds");
  const runbook = readFileSync("docs/runbook.md", "utf8");
  for (const flag of NEVER_COPIED) expect(runbook).toContain(flag);
});

test("broken on purpose, and caught: a copy of everything has the sealed answers in it", async () => {
  const [row] = await asOwner<{ message: Buffer }>(
    "collector",
    "SELECT message FROM collector.inbox",
  );
  const text = await server.tool("pg_dump", server.url("sorti_collector"));
  expect(text).toContain(row?.message.toString("hex"));
});
