import { beforeEach, describe, expect, test, vi } from "vitest";
import { confirmInDemonstration } from "@/lib/confirmation/mutations";
import { db } from "@/lib/db/clients";
import { draft } from "@/lib/drafts/data";
import { confirmDraft, storeDraft } from "@/lib/drafts/mutations";
import { latestImports } from "@/lib/imported/data";
import { importFile } from "@/lib/imports/mutations";
import { confirmed as vouched } from "../../support/confirmed";
import { asOwner, cleanDatabases } from "../../support/databases";
import {
  departures,
  EARLIER,
  everythingStored,
  headcount,
  hr,
  imported,
  LEAVERS,
  NOW,
  previewed,
  rowsOf,
  TWO_UNITS,
  undrawn,
  units,
} from "./region";

vi.stubEnv("SORTI_MODE", "production");
beforeEach(cleanDatabases);

describe("confirming", () => {
  test("writes what was shown, keeps counts of it, and forgets the file", async () => {
    await imported("units", TWO_UNITS, EARLIER);
    const { id, seen } = await previewed("departures", LEAVERS);
    const confirmed = await confirmDraft(hr, id, seen, NOW);
    expect(confirmed.outcome).toBe("applied");
    expect([await rowsOf("departures"), await rowsOf("import_drafts")]).toEqual([3, 0]);
    const [latest] = await latestImports(hr);
    expect(latest).toMatchObject({
      kind: "departures",
      importedBy: "command line: Karin",
      standing: "waits",
      decidedBy: null,
      summary: {
        added: 3,
        changed: 0,
        removed: 0,
        numbers: [
          { unitCode: "V1", kind: "resignation", added: 1, removed: 0 },
          { unitCode: "V1", kind: "retirement", added: 1, removed: 0 },
          { unitCode: "V2", kind: "resignation", added: 1, removed: 0 },
        ],
      },
    });
  });

  test("stores a pseudonym instead of the employer's reference", async () => {
    await imported("units", TWO_UNITS);
    await imported("departures", LEAVERS);
    const rows = await asOwner("employer", "SELECT pseudonym FROM identity.departures");
    expect(rows.map(({ pseudonym }) => /^[0-9a-f]{64}$/.test(pseudonym))).toEqual([
      true,
      true,
      true,
    ]);
    expect(undrawn(await everythingStored())).not.toMatch(/100[123]/);
  });

  test("the same file again changes nothing and says so", async () => {
    await imported("units", TWO_UNITS);
    await imported("departures", LEAVERS);
    const before = await everythingStored();
    expect((await imported("departures", LEAVERS)).outcome).toBe("nothing");
    expect((await imported("units", TWO_UNITS)).outcome).toBe("nothing");
    expect(await everythingStored()).toBe(before);
  });

  test("twice at once carries it out exactly once", async () => {
    await imported("units", TWO_UNITS);
    const { id, seen } = await previewed("departures", LEAVERS);
    const both = await Promise.all([
      confirmDraft(hr, id, seen, NOW),
      confirmDraft(hr, id, seen, NOW),
    ]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(["applied", "gone"]);
    expect([await rowsOf("departures"), await rowsOf("imports")]).toEqual([3, 2]);
  });

  test("something else than was shown is refused, and the new difference is shown", async () => {
    await imported("units", TWO_UNITS);
    const { id, seen } = await previewed("departures", LEAVERS);
    await imported("departures", departures("1001;V2;2026-03-31;other;;;sv;;"));
    expect(await confirmDraft(hr, id, seen, NOW)).toEqual({ outcome: "changed" });
    expect(await rowsOf("departures")).toBe(1);
    const shown = await draft(hr, id, NOW);
    expect(shown?.changedSince).toBe(true);
    expect((await confirmDraft(hr, id, shown?.hash ?? "", NOW)).outcome).toBe("applied");
    expect(await rowsOf("departures")).toBe(3);
  });
});

test("says how far it is while a file is read, held against what is stored, and written", async () => {
  await imported("units", TWO_UNITS);
  const bytes = headcount("V1;2026-01;20;", "V2;2026-01;30;");
  const shares: number[] = [];
  const pace = (share: number) => void shares.push(share);
  const id = await storeDraft(hr, { kind: "headcount", bytes, fileName: "a.csv" }, NOW, pace);
  const { hash } = (await draft(hr, id, NOW)) ?? { hash: "" };
  const planned = shares.splice(0);
  await confirmDraft(hr, id, hash, NOW, pace);
  for (const told of [planned, shares]) {
    expect(told.length).toBeGreaterThan(1);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  }
  expect(shares.at(-1)).toBe(1);
  expect(await rowsOf("headcount")).toBe(2);
});

describe("what a file leaves out", () => {
  test("is not removed unless somebody says so", async () => {
    await imported("units", TWO_UNITS);
    await imported("departures", LEAVERS);
    const before = await everythingStored();
    const file = {
      kind: "departures",
      bytes: departures("1001;V1;2026-03-31;resignation;;anna@home.example;sv;;"),
    } as const;
    const refused = await importFile(hr, file, { allowRemovals: false }, NOW);
    expect(refused.outcome).toBe("removals");
    expect(await everythingStored()).toBe(before);
    const allowed = await importFile(hr, file, { allowRemovals: true }, NOW);
    expect(allowed.outcome === "applied" && allowed.summary.removed).toBe(1);
    expect(await rowsOf("departures")).toBe(2);
  });

  test("is removed from the months that a headcount file speaks for, and changed rows are replaced", async () => {
    await imported("units", TWO_UNITS);
    await imported("headcount", headcount("V1;2026-01;20;", "V1;2026-02;21;", "V2;2026-01;9;"));
    await imported("headcount", headcount("V1;2026-01;12;nurses", "V1;2026-02;22;"));
    const rows = await asOwner(
      "employer",
      "SELECT concat_ws(' ', unit_code, month, staff_group, permanent) AS row FROM identity.headcount ORDER BY 1",
    );
    expect(rows.map(({ row }) => row)).toEqual([
      "V1 2026-01 nurses 12",
      "V1 2026-02  22",
      "V2 2026-01  9",
    ]);
  });
});

test("a renamed unit is changed in place, and no unit is ever removed", async () => {
  await imported("units", TWO_UNITS);
  await imported("units", units("V2;Strand;care;V1;centres;2020-01-01;2026-12-31;V1"));
  const rows = await db("identity").unit.findMany({ orderBy: { code: "asc" } });
  expect(rows.map(({ name, parentCode, validTo }) => [name, parentCode, validTo])).toEqual([
    ["Björken", null, null],
    ["Strand", "V1", "2026-12-31"],
  ]);
});

test("outside the demonstration an import waits until the auditor has confirmed its numbers", async () => {
  await imported("units", TWO_UNITS, EARLIER);
  const done = await imported("departures", LEAVERS);
  const id = done.outcome === "applied" ? done.importId : "";
  expect(await confirmInDemonstration(id, NOW)).toBeNull();
  expect((await latestImports(hr))[0]?.standing).toBe("waits");
  expect(await vouched(id, NOW)).toEqual({ outcome: "confirmed" });
  expect(await vouched(id, NOW)).toEqual({ outcome: "already" });
  expect((await latestImports(hr))[0]).toMatchObject({
    standing: "unlogged",
    decidedBy: "command line: Anders",
  });
});

test("a person who moves and later resigns has two departures, each put right and removed on its own", async () => {
  await imported("units", TWO_UNITS);
  const move = "1001;V1;2026-01-31;internal_move;;;;none;";
  const end = "1001;V2;2026-04-30;resignation;;anna@home.example;sv;;";
  await imported("departures", departures(move, end));
  expect(await rowsOf("departures")).toBe(2);
  await imported("departures", departures(move.replace("01-31", "01-15"), end));
  const done = await imported("departures", departures("1002;V1;2026-01-31;other;;;;none;"));
  expect(done.outcome === "applied" && done.summary).toMatchObject({ added: 1, removed: 1 });
  const rows = await asOwner("employer", "SELECT kind FROM identity.departures ORDER BY kind");
  expect(rows.map(({ kind }) => kind)).toEqual(["other", "resignation"]);
});
