import { beforeEach, describe, expect, test, vi } from "vitest";
import { commandLineActor } from "@/lib/auth/command-line";
import { numbersHash } from "@/lib/confirmation/counts";
import { importsToConfirm, importToConfirm, numbersNow } from "@/lib/confirmation/data";
import { confirmImport, finishConfirmations, refuseImport } from "@/lib/confirmation/mutations";
import { db } from "@/lib/db/clients";
import { latestImports } from "@/lib/imported/data";
import { invitationsToCreate } from "@/lib/invitations/mutations";
import { firstBroken } from "@/lib/transparency/chain";
import { readLog } from "@/lib/transparency/data";
import { asOwner, cleanDatabases } from "../../support/databases";
import {
  departures,
  EARLIER,
  hr,
  imported,
  LEAVERS,
  NOW,
  rowsOf,
  TWO_UNITS,
  undrawn,
} from "../imports/region";

vi.stubEnv("SORTI_MODE", "production");
beforeEach(async () => {
  await cleanDatabases();
  await imported("units", TWO_UNITS, EARLIER);
});

const auditor = commandLineActor("auditor", "Anders");

async function imports(bytes = LEAVERS, at = NOW): Promise<string> {
  const done = await imported("departures", bytes, at);
  if (done.outcome !== "applied") throw new Error(done.outcome);
  return done.importId;
}

const seenNow = async (id: string) => numbersHash(await numbersNow(id));
const told = async () => (await readLog()).filter(({ kind }) => kind === "import-confirmed");

describe("the auditor's page", () => {
  test("shows counts per unit and kind, and no address, reference or pseudonym", async () => {
    const id = await imports();
    const facts = await importToConfirm(auditor, id, NOW);
    const text = JSON.stringify(facts);
    expect(facts?.numbers.map(({ unitCode, kind, mail }) => [unitCode, kind, mail])).toEqual([
      ["V1", "resignation", 1],
      ["V1", "retirement", 1],
      ["V2", "resignation", 1],
    ]);
    expect(facts).toMatchObject({ standing: "waits", sharedAddresses: [], departures: 3 });
    expect(facts?.year).toEqual({ invited: 3, departures: 3, broken: false, asked: [] });
    const [row] = await asOwner("employer", "SELECT pseudonym FROM identity.departures");
    expect(undrawn(text)).not.toMatch(/@|100[123]/);
    expect(text).not.toContain(row?.["pseudonym"]);
  });

  test("says so when two departures share an address in spite of the import's own check", async () => {
    const id = await imports();
    await asOwner(
      "employer",
      "UPDATE identity.departures SET email = 'ANNA@home.example' WHERE unit_code = 'V2'",
    );
    expect((await importToConfirm(auditor, id, NOW))?.sharedAddresses).toEqual([
      { unitCode: "V1", n: 1 },
      { unitCode: "V2", n: 1 },
    ]);
  });

  test("points out links that no departure stands behind", async () => {
    const id = await imports();
    await confirmImport(auditor, id, await seenNow(id), NOW);
    await finishConfirmations(NOW);
    await asOwner(
      "employer",
      `INSERT INTO issuer.links SELECT sha256(n::text::bytea), '2026-03-17', '2026-05-30', 'V2', 'leaver', 'sv'
       FROM generate_series(1, 2) n`,
    );
    expect((await importToConfirm(auditor, id, NOW))?.year).toMatchObject({
      broken: false,
      asked: [{ unitCode: "V2", invited: 2, departures: 1 }],
    });
  });

  test("has nothing to show of an import that is not there", async () => {
    expect(await importToConfirm(auditor, "no-such-import", NOW)).toBeNull();
    expect(await importToConfirm(auditor, crypto.randomUUID(), NOW)).toBeNull();
  });
});

describe("confirming", () => {
  test("tells the public log once, and invites", async () => {
    const id = await imports();
    expect(await confirmImport(auditor, id, await seenNow(id), NOW)).toEqual({
      outcome: "confirmed",
    });
    expect(await finishConfirmations(NOW)).toMatchObject({ mail: 3 });
    const [line, ...more] = await told();
    expect(JSON.parse(line?.content ?? "")).toMatchObject({ departures: 3, invited: 3, units: 2 });
    expect(more).toEqual([]);
    expect(firstBroken(await readLog())).toBeNull();
    expect((await latestImports(hr))[0]?.standing).toBe("confirmed");
  });

  test("twice at once is done once, with one line in the log and one invitation each", async () => {
    const id = await imports();
    const seen = await seenNow(id);
    const both = await Promise.all([1, 2].map(() => confirmImport(auditor, id, seen, NOW)));
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(["already", "confirmed"]);
    await Promise.all([1, 2, 3].map(() => finishConfirmations(NOW)));
    expect([(await told()).length, await rowsOf("invitations")]).toEqual([1, 3]);
  });

  test("interrupted before the log or after it invites nobody until it is finished, and then once", async () => {
    const id = await imports();
    await confirmImport(auditor, id, await seenNow(id), NOW);
    expect(await invitationsToCreate(hr, NOW)).toMatchObject({ mail: 0 });
    await finishConfirmations(NOW);
    // As if it had died between the log's database and its own.
    await asOwner("employer", "UPDATE identity.confirmations SET logged = false");
    await asOwner("employer", "DELETE FROM identity.invitations");
    expect(await invitationsToCreate(hr, NOW)).toMatchObject({ mail: 0 });
    await finishConfirmations(NOW);
    expect([(await told()).length, await rowsOf("invitations")]).toEqual([1, 3]);
  });

  test("other numbers than were shown is refused, and nothing is written", async () => {
    const id = await imports();
    const seen = await seenNow(id);
    await asOwner("employer", "UPDATE identity.departures SET unit_code = 'V1'");
    expect(await confirmImport(auditor, id, seen, NOW)).toEqual({ outcome: "changed" });
    expect(await rowsOf("confirmations")).toBe(0);
  });

  test("is never done by whoever imported", async () => {
    const id = await imports();
    const both = commandLineActor("auditor", "Karin");
    expect(both.user).toBe(hr.user);
    expect(await confirmImport(both, id, await seenNow(id), NOW)).toEqual({ outcome: "own" });
    expect(await refuseImport(both, id, "Nej", NOW)).toEqual({ outcome: "own" });
    expect(await rowsOf("confirmations")).toBe(0);
  });
});

describe("refusing", () => {
  test("invites nobody, and tells HR why", async () => {
    const id = await imports();
    expect(await refuseImport(auditor, id, "  ", NOW)).toEqual({ outcome: "no-reason" });
    expect(await refuseImport(auditor, id, "Två är påhittade.", NOW)).toEqual({
      outcome: "refused",
    });
    expect(await refuseImport(auditor, id, "Igen", NOW)).toEqual({ outcome: "already" });
    expect(await finishConfirmations(NOW)).toMatchObject({ mail: 0, letter: 0 });
    expect((await latestImports(hr))[0]).toMatchObject({
      standing: "refused",
      reason: "Två är påhittade.",
    });
    expect(await told()).toEqual([]);
  });

  test("can be followed by a yes when HR has taken away what was wrong", async () => {
    const id = await imports();
    await refuseImport(auditor, id, "En är påhittad.", NOW);
    await imported(
      "departures",
      departures("1001;V1;2026-03-31;resignation;;anna@home.example;sv;;"),
    );
    expect(await confirmImport(auditor, id, await seenNow(id), NOW)).toEqual({
      outcome: "confirmed",
    });
    expect(await finishConfirmations(NOW)).toMatchObject({ mail: 2 });
    expect(await refuseImport(auditor, id, "För sent", NOW)).toEqual({ outcome: "already" });
  });
});

test("what a later import changes waits for a word of its own", async () => {
  const first = await imports(LEAVERS, EARLIER);
  await confirmImport(auditor, first, await seenNow(first), NOW);
  await finishConfirmations(NOW);
  const second = await imports(
    departures(
      "1001;V1;2026-03-31;retirement;;anna@home.example;sv;;",
      "1002;V1;2026-03-31;retirement;bo@work.example;;sv;;",
      "1004;V1;2026-03-31;resignation;;dan@home.example;sv;;",
    ),
  );
  expect(await finishConfirmations(NOW)).toMatchObject({ mail: 0 });
  const list = await importsToConfirm(auditor);
  expect(list.map(({ id, standing, departures: n }) => [id, standing, n])).toEqual([
    [second, "waits", 2],
    [first, "confirmed", 2],
  ]);
  await confirmImport(auditor, second, await seenNow(second), NOW);
  expect(await finishConfirmations(NOW)).toMatchObject({ mail: 2 });
  expect(await db("identity").invitation.count()).toBe(4);
});
