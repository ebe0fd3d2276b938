import { beforeEach, describe, expect, it } from "vitest";
import { commandLineActor } from "@/lib/auth/command-line";
import { db } from "@/lib/db/clients";
import { publishFailures } from "@/lib/publishing/data";
import { publishDue, publishReport } from "@/lib/publishing/mutations";
import { snapshotHash } from "@/lib/publishing/snapshot-hash";
import { findReport, latestReports, reportVersions } from "@/lib/reports/data";
import { openData } from "@/lib/reports/open-data";
import { firstBroken } from "@/lib/transparency/chain";
import { firstTableFault, readLog } from "@/lib/transparency/data";
import { asOwner, cleanDatabases } from "../../support/databases";
import { aRegion, QUARTER } from "./a-region";

const operator = commandLineActor("operator", "test");
const now = new Date("2026-11-16T08:00:00Z");
const later = new Date("2026-12-01T08:00:00Z");
const comment = { who: "HR-direktör", writtenOn: "2026-11-10", text: "Vi delar bilden." };

beforeEach(cleanDatabases);

describe("publishing a quarter's report", () => {
  it("freezes the first version and notes its checksum in the public log", async () => {
    await aRegion({ state: "mixed" });
    const done = await publishReport(operator, QUARTER, now, { comment });
    const report = await findReport(operator, QUARTER);
    expect(done).toMatchObject({ version: 1, isNew: true });
    expect(report).toMatchObject({ version: 1, publishedOn: "2026-11-16", note: null });
    expect(report?.snapshot.comment).toEqual(comment);
    expect(report && snapshotHash(report.snapshot)).toBe(report?.hash);
    const log = await readLog();
    expect(firstBroken(log)).toBeNull();
    expect(log.map(({ kind, content }) => [kind, JSON.parse(content)])).toEqual([
      ["report-published", { quarter: QUARTER, version: 1, hash: done.hash }],
    ]);
  });

  it("changes nothing when the same report is published again, on any day", async () => {
    await aRegion({ state: "mixed" });
    await publishReport(operator, QUARTER, now, { comment });
    const again = await publishReport(operator, QUARTER, later);
    expect(again).toMatchObject({ version: 1, isNew: false });
    expect(await reportVersions(operator, QUARTER)).toHaveLength(1);
    expect(await readLog()).toHaveLength(1);
  });

  it("publishes once when two do it at the same moment", async () => {
    await aRegion({ state: "mixed" });
    const both = await Promise.all([
      publishReport(operator, QUARTER, now),
      publishReport(operator, QUARTER, now),
    ]);
    expect(both.map(({ isNew }) => isNew).sort()).toEqual([false, true]);
    expect(await readLog()).toHaveLength(1);
  });

  it("refuses a correction without a note, and makes the next version with one", async () => {
    await aRegion({ state: "mixed" });
    await publishReport(operator, QUARTER, now, { comment });
    const action = {
      ...{ unitCode: "VC1", what: "Samtal", who: "Verksamhetschef", decidedOn: "2026-10-01" },
      ...{ due: "2027-01-15", control: "Följs varje månad", state: "ongoing", result: "" },
      ...{ version: 1, signedBy: "test", signedOn: "2026-10-01" },
    };
    await db("identity").action.create({ data: action });
    await expect(publishReport(operator, QUARTER, later)).rejects.toMatchObject({
      blockers: ["note-missing"],
    });
    expect(await reportVersions(operator, QUARTER)).toHaveLength(1);
    const note = "En åtgärd på Björken saknades.";
    await publishReport(operator, QUARTER, later, { note });
    expect(await findReport(operator, QUARTER)).toMatchObject({ version: 2, note });
    expect((await findReport(operator, QUARTER))?.snapshot.comment).toEqual(comment);
    expect((await findReport(operator, QUARTER, 1))?.snapshot.turnover.units[0]?.actions).toEqual(
      [],
    );
    expect((await latestReports(operator)).map(({ version }) => version)).toEqual([2]);
  });

  it("refuses a quarter that was never planned", async () => {
    await expect(publishReport(operator, QUARTER, now)).rejects.toMatchObject({
      blockers: ["no-such-round"],
    });
  });
});

describe("a quarter whose answers are not mixed", () => {
  it("goes out on its date with turnover only when the answers cannot be opened, and says why", async () => {
    await aRegion({ state: "closed" });
    const early = new Date("2026-11-14T08:00:00Z");
    await expect(publishReport(operator, QUARTER, early)).rejects.toMatchObject({
      blockers: ["not-mixed"],
    });
    await publishReport(operator, QUARTER, now);
    const report = await findReport(operator, QUARTER);
    if (!report) throw new Error("nothing was published");
    const { snapshot } = report;
    expect(snapshot.answersMissing).toBe("not-opened");
    expect(snapshot.turnover.units.map(({ name }) => name)).toContain("Björken");
    expect(snapshot.survey.pictures.map(({ people }) => people.kind)).toEqual(["withheld"]);
    expect(snapshot.participation).toMatchObject([{ quarter: QUARTER }]);
    expect(openData(report).rows).toContainEqual(
      expect.objectContaining({ item: "answers", kind: "withheld", reason: "not-opened" }),
    );
    expect((await publishReport(operator, QUARTER, later)).isNew).toBe(false);
  });

  it("becomes a new version when the keys turn out to be lost, and another when answers came late", async () => {
    await aRegion({ state: "closed" });
    await publishReport(operator, QUARTER, now);
    const becomes = async (state: string, counted: number) => {
      await asOwner(
        "collector",
        "UPDATE release.rounds SET state = $1, counted = $2, received = 4, issued = 4",
        [state, counted],
      );
      await publishReport(operator, QUARTER, later, { note: "Svaren." });
      return (await findReport(operator, QUARTER))?.snapshot.answersMissing;
    };
    expect(await becomes("set-aside", 0)).toBe("keys-lost");
    expect(await becomes("mixed", 4)).toBeUndefined();
    expect((await reportVersions(operator, QUARTER)).map(({ version }) => version)).toEqual([
      3, 2, 1,
    ]);
  });

  it("refuses a quarter that is not mixed before its date", async () => {
    await aRegion({ state: "grace" });
    const early = new Date("2026-11-14T08:00:00Z");
    await expect(publishReport(operator, QUARTER, early)).rejects.toMatchObject({
      blockers: ["not-mixed"],
    });
    expect(await latestReports(operator)).toEqual([]);
    expect(await readLog()).toEqual([]);
  });
});

describe("a report from which somebody's answer could be told", () => {
  /** A result of five people: whoever knows four of the answers knows the fifth. */
  const broken = () =>
    asOwner(
      "collector",
      `INSERT INTO release.atoms (unit, series, from_quarter, to_quarter, n, k, c, items)
       VALUES ('VC1', 'leaver', $1, $1, 5, 8, 1, '{}')`,
      [QUARTER],
    );
  const at = { from: 8, report: () => undefined };
  const early = new Date("2026-11-14T08:00:00Z");

  it("is stopped before anybody can read it, and nothing is written but why", async () => {
    await aRegion({ state: "mixed" });
    await broken();
    for (const day of [early, now]) {
      await expect(publishReport(operator, QUARTER, day)).rejects.toMatchObject({
        blockers: ["leak"],
      });
    }
    expect([await latestReports(operator), await readLog()]).toEqual([[], []]);
    expect((await publishFailures(operator)).get(QUARTER)?.reason).toBe("leak");
  });

  it("goes out on its date without any answers, and with them once the leak is gone", async () => {
    await aRegion({ state: "mixed" });
    await broken();
    expect(await publishDue(operator, now, at)).toMatchObject([{ version: 1 }]);
    const told = (await findReport(operator, QUARTER))?.snapshot;
    expect(told).toMatchObject({ answersMissing: "leak-found", survey: { results: [] } });
    expect(told?.turnover.units.map(({ name }) => name)).toContain("Björken");
    expect((await publishFailures(operator)).get(QUARTER)?.reason).toBe("leak");
    await asOwner("collector", "DELETE FROM release.atoms");
    await publishReport(operator, QUARTER, later, { note: "Svaren är med." });
    const [newest] = await latestReports(operator);
    expect(newest?.snapshot.answersMissing).toBeUndefined();
    expect(await publishFailures(operator)).toEqual(new Map());
  });
});

describe("a published report", () => {
  it("is caught when somebody exchanges the report afterwards", async () => {
    await aRegion({ state: "mixed" });
    await publishReport(operator, QUARTER, now, { comment });
    expect(await firstTableFault(await readLog())).toBeNull();
    await asOwner(
      "collector",
      `UPDATE release.reports SET snapshot = jsonb_set(snapshot, '{comment,text}', '"Allt är bra."')`,
    );
    const fault = { seq: 1, reason: "report-changed" };
    expect(await firstTableFault(await readLog())).toEqual(fault);
  });

  it("can be changed or removed by neither its writer nor its readers", async () => {
    await aRegion({ state: "mixed" });
    await publishReport(operator, QUARTER, now);
    for (const role of ["operator", "reader"] as const) {
      const { report } = db(role);
      await expect(report.updateMany({ data: { note: "ändrad" } })).rejects.toThrow(/denied/);
      await expect(report.deleteMany()).rejects.toThrow(/denied/);
    }
    const insert = { quarter: QUARTER, version: 9, publishedOn: "2026-11-16", hash: "" };
    await expect(db("reader").report.create({ data: { ...insert, snapshot: {} } })).rejects.toThrow(
      /denied/,
    );
    expect(await asOwner("collector", "SELECT version FROM release.reports")).toEqual([
      { version: 1 },
    ]);
  });

  it("is not read when what is stored is no report", async () => {
    await asOwner(
      "collector",
      "INSERT INTO release.reports VALUES ($1, 1, '2026-11-16', null, '{}', '')",
      [QUARTER],
    );
    await expect(findReport(operator, QUARTER)).rejects.toThrow();
  });
});
