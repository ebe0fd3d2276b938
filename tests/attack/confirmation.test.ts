import pg from "pg";
import { beforeEach, expect, test } from "vitest";
import { rightsLeaks } from "@/lib/attack/rights";
import { commandLineActor } from "@/lib/auth/command-line";
import { numbersHash } from "@/lib/confirmation/counts";
import { numbersNow } from "@/lib/confirmation/data";
import { confirmImport } from "@/lib/confirmation/mutations";
import { databaseUrl, type Role } from "@/lib/env";
import { invitationsToCreate } from "@/lib/invitations/mutations";
import { confirmed } from "../support/confirmed";
import { asOwner, cleanDatabases } from "../support/databases";

const hr = commandLineActor("hr", "Karin");
const auditor = commandLineActor("auditor", "Anders");
const NOW = new Date("2026-03-10T09:00:00Z");
const IMPORT = "7b0d5a36-5b3f-4c7e-9a57-0d6a2f0c9f01";

/** What the employer's database would have to be told for an import to count as confirmed. */
const CONFIRM = `INSERT INTO identity.confirmations (import_id, decision, numbers, salt, decided_at, decided_by, logged)
  VALUES ('${IMPORT}', 'confirmed', '[]', '', now(), 'nobody', true)`;

const LEAVER = (pseudonym: string) => `
  INSERT INTO identity.departures (id, pseudonym, unit_code, last_day, kind, email, language, delivery, protected, import_id)
  VALUES (gen_random_uuid(), '${pseudonym}', 'V1', '2026-03-31', 'resignation', '${pseudonym}@x.example', 'sv', 'mail', false, '${IMPORT}')`;

beforeEach(async () => {
  await cleanDatabases();
  await asOwner(
    "employer",
    `INSERT INTO identity.imports VALUES ('${IMPORT}', 'departures', 'x', '2026-03-10', '${hr.user}', '{}')`,
  );
  await asOwner("employer", LEAVER("anna"));
});

/** Runs a statement as a narrow role; null when the server let it, else why not. */
async function tried(role: Role, sql: string): Promise<string | null> {
  const client = new pg.Client({ connectionString: databaseUrl(role) });
  await client.connect();
  try {
    await client.query(sql);
    return null;
  } catch (error) {
    return (error as { code?: string }).code ?? "failed";
  } finally {
    await client.end();
  }
}

const DENIED = "42501";
const invitable = async () => (await invitationsToCreate(hr, NOW)).mail;

/** Every way in which HR's side could try to pass off its own import as confirmed. */
const OWN_WORD = [
  CONFIRM,
  "UPDATE identity.confirmations SET logged = true",
  "DELETE FROM identity.confirmations",
  "UPDATE identity.imports SET imported_by = 'somebody else'",
  "DELETE FROM identity.imports",
];

test.each(OWN_WORD)("HR's database role cannot confirm its own import: %s", async (sql) => {
  expect(await tried("identity", sql)).toBe(DENIED);
  expect(await invitable()).toBe(0);
});

test("broken on purpose, and caught: with the right to write confirmations HR would invite by its own word", async () => {
  await asOwner("employer", "GRANT INSERT ON identity.confirmations TO sorti_identity");
  const [refusal, invited] = [await tried("identity", CONFIRM), await invitable()];
  const leaks = await rightsLeaks(asOwner, "employer");
  await asOwner("employer", "REVOKE INSERT ON identity.confirmations FROM sorti_identity");
  expect([refusal, invited]).toEqual([null, 1]);
  expect(leaks.map(({ sentence }) => sentence).join()).toContain("identity.confirmations");
  expect(await rightsLeaks(asOwner, "employer")).toEqual([]);
});

/** Leavers smuggled in under numbers that somebody else has vouched for. */
const SMUGGLED = [
  LEAVER("invented"),
  "UPDATE identity.departures SET kind = 'retirement'",
  "UPDATE identity.departures SET unit_code = 'V2'",
  "UPDATE identity.departures SET last_day = '2026-04-30'",
  "UPDATE identity.departures SET email = 'another@x.example'",
  "UPDATE identity.departures SET private_email = 'another@x.example'",
];

test.each(SMUGGLED)(
  "a confirmed import takes no other people than those confirmed: %s",
  async (sql) => {
    expect(await confirmed(IMPORT, NOW)).toEqual({ outcome: "confirmed" });
    expect(await tried("identity", sql)).toBe("23514");
  },
);

test("broken on purpose, and caught: without its trigger a confirmed import would invite an invented leaver", async () => {
  await confirmed(IMPORT, NOW);
  await asOwner("employer", "UPDATE identity.confirmations SET logged = true");
  await asOwner("employer", "ALTER TABLE identity.departures DISABLE TRIGGER keep_confirmed");
  const refusal = await tried("identity", LEAVER("invented"));
  const invited = await invitable();
  await asOwner("employer", "ALTER TABLE identity.departures ENABLE TRIGGER keep_confirmed");
  expect([refusal, invited]).toEqual([null, 2]);
});

/** How many wait for a lock that the application took by name. */
const waitingForLock = async () =>
  (await asOwner("employer", "SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"))
    .length;

test("nobody slips in between the auditor's look and the confirmation", async () => {
  const seen = numbersHash(await numbersNow(IMPORT));
  const client = new pg.Client({ connectionString: databaseUrl("identity") });
  await client.connect();
  await client.query("BEGIN");
  await client.query(LEAVER("invented"));
  const deciding = confirmImport(auditor, IMPORT, seen, NOW);
  await expect.poll(waitingForLock).toBe(1);
  await client.query("COMMIT");
  await client.end();
  expect(await deciding).toEqual({ outcome: "changed" });
});

test("whoever imported cannot confirm, not even with the confirmer's own database role", async () => {
  const own = CONFIRM.replace("'nobody'", `'${hr.user}'`);
  expect(await tried("confirmer", own)).toBe("23514");
  const asAuditor = commandLineActor("auditor", "Karin");
  expect(await confirmImport(asAuditor, IMPORT, "", NOW)).toEqual({ outcome: "own" });
});

test.each([
  "SELECT * FROM identity.departures",
  "SELECT pseudonym FROM identity.departures",
  "SELECT email FROM identity.users",
  "SELECT token_hash FROM issuer.links",
  "SELECT file_hash FROM identity.imports",
])("the confirmer sees counts and nobody: %s", async (sql) => {
  expect(await tried("confirmer", sql)).toBe(DENIED);
});
