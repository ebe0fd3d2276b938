import { beforeEach, describe, expect, test } from "vitest";
import { commandLineActor } from "@/lib/auth/command-line";
import { draft } from "@/lib/drafts/data";
import { cancelDraft, removeOldDrafts, storeDraft } from "@/lib/drafts/mutations";
import { asOwner, cleanDatabases } from "../../support/databases";
import {
  bytesOf,
  departures,
  everythingStored,
  hr,
  imported,
  LEAVERS,
  NOW,
  TWO_UNITS,
  undrawn,
} from "./region";

beforeEach(cleanDatabases);

const preview = async (kind: "units" | "headcount" | "departures", bytes: Uint8Array) => {
  const id = await storeDraft(hr, { kind, bytes, fileName: "uttag.csv" }, NOW);
  return draft(hr, id, NOW);
};

const codes = (shown: Awaited<ReturnType<typeof preview>>) =>
  shown?.preview.ok === false
    ? shown.preview.problems.listed.map(({ line, column, code }) => `${line} ${column} ${code}`)
    : "no problems";

describe("a preview", () => {
  test("shows every problem at once and writes nothing", async () => {
    await imported("units", TWO_UNITS);
    const before = await everythingStored();
    const shown = await preview(
      "departures",
      departures(
        "1;V9;2026-03-31;resignation;;a@home.example;sv;;",
        "2;V1;2026-02-31;resignation;;b@home.example;sv;;",
        "3;V1;2026-03-31;quit;;c@home.example;sv;;ja",
        "3;V1;2026-03-31;resignation;;a@home.example;sv;;",
      ),
    );
    expect(codes(shown)).toEqual([
      "2 unit_code unknown-unit",
      "3 last_day bad-date",
      "4 kind bad-kind",
      "4 protected bad-protected",
      "5 employee_ref duplicate",
      "5 private_email same-address-twice",
    ]);
    expect(await everythingStored()).toBe(before);
  });

  test("of a file for a unit that is not imported says so, until the unit is", async () => {
    const id = await storeDraft(hr, { kind: "departures", bytes: LEAVERS, fileName: "a.csv" }, NOW);
    expect(codes(await draft(hr, id, NOW))).toEqual([
      "2 unit_code unknown-unit",
      "3 unit_code unknown-unit",
      "4 unit_code unknown-unit",
    ]);
    await imported("units", TWO_UNITS);
    expect((await draft(hr, id, NOW))?.preview.ok).toBe(true);
  });

  test("reads a file that an old system saved as Windows-1252", async () => {
    const header = "code;name;kind;parent_code;peer_group;valid_from;valid_to;predecessors\n";
    const text = `${header}V1;Älvstranden – Åsen;care;;;2020-01-01;;\n`;
    const bytes = Uint8Array.from(text, (c) => (c === "–" ? 0x96 : c.charCodeAt(0)));
    await imported("units", bytes);
    expect(await asOwner("employer", "SELECT name FROM identity.units")).toEqual([
      { name: "Älvstranden – Åsen" },
    ]);
  });

  test("of a file over 50 MB is refused", async () => {
    const shown = await preview("headcount", new Uint8Array(50 * 1024 * 1024 + 1).fill(0x61));
    expect(codes(shown)).toEqual(["0  too-large"]);
  });

  test("shows neither address nor reference, whatever is wrong with the file", async () => {
    await imported("units", TWO_UNITS);
    await imported("departures", LEAVERS);
    const shown = await preview(
      "departures",
      departures(
        "1004;V1;2026-03-31;anna@home.example;cia@home.example;not an address @;sv;;",
        "1004;V1;2026-03-31;resignation;;cia@home.example;anna@home.example;;anna@home.example",
      ),
    );
    expect(codes(shown)).toContain("2 email address-known");
    expect(undrawn(JSON.stringify(shown))).not.toMatch(/home\.example|1004/);
  });
});

describe("a draft", () => {
  test("is seen by the one who uploaded it, and by nobody else", async () => {
    const id = await storeDraft(hr, { kind: "units", bytes: TWO_UNITS, fileName: "u.csv" }, NOW);
    const other = commandLineActor("hr", "Someone else");
    expect(await draft(other, id, NOW)).toBeNull();
    await cancelDraft(other, id);
    expect((await draft(hr, id, NOW))?.fileName).toBe("u.csv");
  });

  test("leaves nothing of the file when it is cancelled, or after an hour", async () => {
    const count = () =>
      asOwner("employer", "SELECT count(*)::int AS n FROM identity.import_drafts");
    const file = { kind: "units", bytes: TWO_UNITS, fileName: "u.csv" } as const;
    await cancelDraft(hr, await storeDraft(hr, file, NOW));
    expect(await count()).toEqual([{ n: 0 }]);
    const id = await storeDraft(hr, file, NOW);
    const later = new Date("2026-03-10T10:00:01Z");
    expect(await draft(hr, id, later)).toBeNull();
    expect(await removeOldDrafts(later)).toBe(1);
    expect(await count()).toEqual([{ n: 0 }]);
  });

  test("that never was is not found, and is no error", async () => {
    expect(await draft(hr, "../../etc", NOW)).toBeNull();
    await cancelDraft(hr, "nonsense");
  });
});

test("a text file of another kind is refused at its header", async () => {
  expect(codes(await preview("units", bytesOf("a;b", "1;2")))).toEqual(["1  no-header"]);
});
