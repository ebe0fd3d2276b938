import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { actions } from "@/lib/actions/data";
import { commandLineActor } from "@/lib/auth/command-line";
import { closeClients, db } from "@/lib/db/clients";
import { explanations } from "@/lib/explanations/data";
import { importFile } from "@/lib/imports/mutations";
import { waitingImports } from "@/lib/todos/data";
import { parentName, policyFor, unitMonths } from "@/lib/turnover/data";
import { vouchedFor } from "../../support/confirmed";
import { cleanDatabases } from "../../support/databases";

const hr = commandLineActor("hr", "test");

const UNIT = {
  kind: "primary_care",
  peerGroup: "tätort",
  validFrom: "2020-01-01",
  predecessors: [],
};

async function storeTwoUnits(): Promise<void> {
  const identity = db("identity");
  await identity.unit.createMany({
    data: [
      { ...UNIT, code: "AREA", name: "Närsjukvården", kind: "area", peerGroup: null },
      { ...UNIT, code: "VC1", name: "Björken", parentCode: "AREA" },
      { ...UNIT, code: "VC2", name: "Östervik", parentCode: "AREA", validTo: "2024-12-31" },
    ],
  });
  await identity.headcount.createMany({
    data: [
      { unitCode: "VC1", month: "2025-01", staffGroup: "läkare", permanent: 8 },
      { unitCode: "VC1", month: "2025-01", staffGroup: "sjuksköterska", permanent: 21 },
      { unitCode: "VC2", month: "2024-12", permanent: 14 },
    ],
  });
  await identity.departure.create({
    data: {
      ...{ pseudonym: "p1", unitCode: "VC1", lastDay: "2025-01-31", kind: "resignation" },
      ...{ email: "anna@example.org", language: "sv", delivery: "mail", protected: true },
    },
  });
}

beforeEach(cleanDatabases);
afterAll(closeClients);

describe("Turnover read from the employer's database", () => {
  test("every unit with its months, closed ones too, and areas left out", async () => {
    await storeTwoUnits();
    const units = await unitMonths(hr);
    expect(units.map(({ code, validTo, headcount }) => ({ code, validTo, headcount }))).toEqual([
      { code: "VC1", validTo: null, headcount: { "2025-01": 29 } },
      { code: "VC2", validTo: "2024-12-31", headcount: { "2024-12": 14 } },
    ]);
  });

  test("are read once between two imports, and an import shows at once", async () => {
    const bytes = (...lines: string[]) => new TextEncoder().encode(lines.join("\n"));
    const bringIn = (kind: "units" | "headcount", ...lines: string[]) =>
      importFile(hr, { kind, bytes: bytes(...lines) }, { allowRemovals: true });
    const head = "code;name;kind;parent_code;peer_group;valid_from;valid_to;predecessors";
    await bringIn("units", head, "VC1;Björken;primary_care;;tätort;2020-01-01;;");
    const before = await unitMonths(hr);
    expect(await unitMonths(hr)).toBe(before);
    await bringIn("headcount", "unit_code;month;permanent_headcount", "VC1;2025-01;29");
    const after = await unitMonths(hr);
    expect(before[0]?.headcount).toEqual({});
    expect(after[0]?.headcount).toEqual({ "2025-01": 29 });
  });

  test("of a person who left, only the day and the kind come out", async () => {
    await storeTwoUnits();
    const text = JSON.stringify(await unitMonths(hr));
    expect(text).toContain('"departures":[{"lastDay":"2025-01-31","kind":"resignation"}]');
    expect(text).not.toMatch(/anna|p1|protected|delivery/);
  });

  test("a unit knows what it belongs to; the top belongs to nothing", async () => {
    await storeTwoUnits();
    expect(await parentName(hr, "VC1")).toBe("Närsjukvården");
    expect(await parentName(hr, "AREA")).toBeNull();
    expect(await parentName(hr, "UNKNOWN")).toBeNull();
  });

  test("the policy is the one decided for the quarter", async () => {
    expect(await policyFor(hr, "2026-10")).toMatchObject({ threshold: 0.1, years: 3 });
    await db("identity").policy.create({
      data: {
        ...{ number: 1, fromQuarter: "2026-Q4", threshold: 0.12, years: 2, inviteMovers: false },
        ...{ reason: "Beslut 3", decidedOn: "2026-08-15", decidedBy: "Karin" },
      },
    });
    expect(await policyFor(hr, "2026-09")).toMatchObject({ threshold: 0.1, years: 3 });
    expect(await policyFor(hr, "2026-10")).toMatchObject({ threshold: 0.12, years: 2 });
  });
});

describe("What stands beside the numbers", () => {
  test("explanations and actions of one unit, or of all", async () => {
    const identity = db("identity");
    const signed = { version: 1, signedBy: "test" };
    const noted = { ...signed, what: "Flytt", who: "HR", notedOn: "2025-01-01", evidence: "" };
    const decided = {
      ...{ ...signed, signedOn: "2025-01-01", result: "" },
      ...{ what: "Schema", who: "Chef", decidedOn: "2025-01-01", control: "" },
    };
    for (const unitCode of ["VC1", "VC2"]) {
      await identity.explanation.create({
        data: { ...noted, unitCode, appliesFrom: "2025-01-01", expires: "2026-01-01" },
      });
      await identity.action.create({
        data: { ...decided, unitCode, due: "2026-01-01", state: "ongoing" },
      });
    }
    expect((await explanations(hr, "VC1")).map(({ unitCode }) => unitCode)).toEqual(["VC1"]);
    expect(await explanations(hr)).toHaveLength(2);
    expect((await actions(hr, "VC2")).map(({ unitCode }) => unitCode)).toEqual(["VC2"]);
    expect(await actions(hr)).toHaveLength(2);
  });

  test("only imports of departures that nobody has decided about wait for somebody", async () => {
    const at = new Date("2026-11-01T08:00:00Z");
    const record = { fileHash: "", importedAt: at, importedBy: "hr", summary: {} };
    const row = { unitCode: "VC1", lastDay: "2026-11-30", kind: "resignation", language: "sv" };
    for (const kind of ["departures", "departures", "headcount"]) {
      const { id } = await db("identity").importRecord.create({ data: { ...record, kind } });
      if (kind !== "departures") continue;
      await db("identity").departure.create({
        data: { ...row, pseudonym: id, delivery: "letter", protected: false, importId: id },
      });
    }
    expect(await waitingImports(hr)).toBe(2);
    const [first] = await db("identity").departure.findMany();
    await vouchedFor(first?.importId ?? "");
    expect(await waitingImports(hr)).toBe(1);
    await db("identity").departure.deleteMany();
    expect(await waitingImports(hr), "nobody is left in it").toBe(0);
  });
});
