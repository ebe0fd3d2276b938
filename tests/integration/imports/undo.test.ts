import { beforeEach, describe, expect, test, vi } from "vitest";
import { db } from "@/lib/db/clients";
import { latestImports, undoOf } from "@/lib/imported/data";
import { forgetUndos, undoImport } from "@/lib/imported/mutations";
import { confirmedAndInvited } from "../../support/confirmed";
import { asOwner, cleanDatabases } from "../../support/databases";
import {
  departures,
  headcount,
  hr,
  imported,
  LEAVERS,
  NOW,
  rowsOf,
  signals,
  TWO_UNITS,
  units,
} from "./region";

vi.stubEnv("SORTI_MODE", "production");
beforeEach(cleanDatabases);

type Kind = Parameters<typeof imported>[0];

async function importId(kind: Kind, bytes: Uint8Array): Promise<string> {
  const done = await imported(kind, bytes);
  if (done.outcome !== "applied") throw new Error(done.outcome);
  return done.importId;
}

async function undone(id: string, now = NOW) {
  const found = await undoOf(hr, id, now);
  return found.outcome === "possible" ? undoImport(hr, id, found.hash, now) : found;
}

/** What the kinds of import have written, without which import wrote it. */
async function stored(): Promise<string> {
  const rows = await Promise.all([
    asOwner("employer", "SELECT * FROM identity.units ORDER BY code"),
    asOwner("employer", "SELECT * FROM identity.headcount ORDER BY 1, 2, 3"),
    asOwner("employer", "SELECT * FROM identity.signals ORDER BY 1, 2, 3"),
    asOwner(
      "employer",
      "SELECT unit_code, last_day, kind, email, private_email, delivery FROM identity.departures ORDER BY 1, 2, 3, 4, 5",
    ),
  ]);
  return JSON.stringify(rows);
}

describe("an import that is taken back leaves everything as it was", () => {
  test("units: new ones go, changed ones get their old values", async () => {
    await imported("units", TWO_UNITS);
    const before = await stored();
    const id = await importId(
      "units",
      units("V2;Strand;care;V1;other;2020-01-01;2026-12-31;V1", "V3;Ny;care;;;2026-01-01;;V1 V2"),
    );
    expect(await stored()).not.toBe(before);
    expect((await undone(id)).outcome).toBe("applied");
    expect(await stored()).toBe(before);
  });

  test("headcount: added, changed and removed months", async () => {
    await imported("units", TWO_UNITS);
    await imported("headcount", headcount("V1;2026-01;20;", "V1;2026-02;21;"));
    const before = await stored();
    const id = await importId("headcount", headcount("V1;2026-01;12;nurses", "V1;2026-02;22;"));
    expect((await undone(id)).outcome).toBe("applied");
    expect(await stored()).toBe(before);
  });

  test("other signals: added, changed and removed values, and the answers behind them", async () => {
    await imported("units", TWO_UNITS);
    await imported("signals", signals("V1;2025;hme;68,4;23", "V1;2025-01;sick_leave;5.2;"));
    const before = await stored();
    const changed = signals("V1;2025;hme;70;24", "V2;2025;hme;61;9", "V2;2025-01;sick_leave;4;");
    const id = await importId("signals", changed);
    expect(await rowsOf("signals")).toBe(3);
    expect((await undone(id)).outcome).toBe("applied");
    expect(await stored()).toBe(before);
  });

  test("departures: those who were removed come back, with the way to reach them", async () => {
    await imported("units", TWO_UNITS);
    await imported("departures", LEAVERS);
    const before = await stored();
    const id = await importId("departures", departures("1001;V1;2026-03-15;other;;;;;"));
    expect((await undone(id)).outcome).toBe("applied");
    expect(await stored()).toBe(before);
  });

  test("and taking it back can itself be taken back", async () => {
    await imported("units", TWO_UNITS);
    const id = await importId("departures", LEAVERS);
    const after = await stored();
    const back = await undone(id);
    await undone(back.outcome === "applied" ? back.importId : "");
    expect(await stored()).toBe(after);
  });
});

test("whoever loses an invitation by it loses the link, and whoever comes back waits for the auditor", async () => {
  await imported("units", TWO_UNITS);
  const first = await importId("departures", LEAVERS);
  await confirmedAndInvited(first, NOW);
  const changed = await importId("departures", departures("1002;V1;2026-03-31;other;;;;;"));
  expect(await db("identity").invitation.count()).toBe(1);
  await undone(changed);
  expect(await db("identity").departure.count()).toBe(3);
  expect(await db("identity").invitation.count()).toBe(1);
  const lines = await latestImports(hr, 9, NOW);
  expect(lines.find(({ undoes }) => undoes !== null)).toMatchObject({ standing: "waits" });
  const closed = await asOwner("employer", "SELECT * FROM issuer.cancellations");
  expect(closed).toHaveLength(2);
});

test("asked for twice at once, it happens once", async () => {
  await imported("units", TWO_UNITS);
  const id = await importId("departures", LEAVERS);
  const found = await undoOf(hr, id, NOW);
  const seen = found.outcome === "possible" ? found.hash : "";
  const both = await Promise.all([undoImport(hr, id, seen, NOW), undoImport(hr, id, seen, NOW)]);
  expect(both.map(({ outcome }) => outcome).sort()).toEqual(["applied", "gone"]);
  const lines = await latestImports(hr, 5, NOW);
  expect(lines.filter(({ undoes }) => undoes !== null)).toHaveLength(1);
  expect(lines.filter(({ undo }) => undo === "done")).toHaveLength(1);
});

describe("it is refused, and says why", () => {
  test("when a later import has changed the same rows", async () => {
    await imported("units", TWO_UNITS);
    const id = await importId("departures", LEAVERS);
    await imported(
      "departures",
      departures("1001;V1;2026-04-30;resignation;;anna@home.example;;;"),
    );
    expect(await undone(id)).toEqual({ outcome: "changed", rows: 1 });
  });

  test("when a later file has changed the same values", async () => {
    await imported("units", TWO_UNITS);
    const id = await importId("signals", signals("V1;2025;hme;68,4;23"));
    await imported("signals", signals("V1;2025;hme;68,4;25"));
    expect(await undone(id)).toEqual({ outcome: "changed", rows: 1 });
  });

  test("when a unit that it added has got staff", async () => {
    const id = await importId("units", TWO_UNITS);
    await imported("headcount", headcount("V1;2026-01;20;"));
    expect(await undone(id)).toEqual({ outcome: "in-use", units: ["V1"] });
  });

  test("after a week, and what it takes is forgotten then", async () => {
    const id = await importId("units", TWO_UNITS);
    const later = new Date(NOW.getTime() + 8 * 86_400_000);
    expect(await undone(id, later)).toEqual({ outcome: "gone" });
    expect(await forgetUndos(later)).toBe(1);
    expect(await undone(id, NOW)).toEqual({ outcome: "gone" });
  });
});

test("what is kept for it holds no address longer than the departure itself", async () => {
  await imported("units", TWO_UNITS);
  // 56 days ago: the link has four days left, and an import can be taken back for seven.
  const id = await importId(
    "departures",
    departures("1001;V1;2026-01-13;resignation;;anna@home.example;sv;mail;"),
  );
  const [row] = await asOwner("employer", "SELECT email, private_email FROM identity.departures");
  expect(row).toEqual({ email: null, private_email: "anna@home.example" });
  const undo = await db("identity").importUndo.findUniqueOrThrow({ where: { importId: id } });
  const { gunzipSync } = await import("node:zlib");
  expect(gunzipSync(undo.plan).toString()).not.toContain("anna");
});
