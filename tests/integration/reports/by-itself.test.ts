import { beforeEach, expect, test } from "vitest";
import { commandLineActor } from "@/lib/auth/command-line";
import { signComment } from "@/lib/comments/mutations";
import { publishFailures } from "@/lib/publishing/data";
import { publishDue, publishReport } from "@/lib/publishing/mutations";
import { findReport, latestReports } from "@/lib/reports/data";
import { ChildEnded } from "@/lib/threads/child";
import { publishApart, publishDueApart } from "@/lib/threads/publishing";
import { readLog } from "@/lib/transparency/data";
import { asOwner, cleanDatabases } from "../../support/databases";
import { holdTable } from "../../support/hold-table";
import { lockAwaited } from "../../support/lock-awaited";
import { aRegion, QUARTER } from "./a-region";

const operator = commandLineActor("operator", "test");
const hr = commandLineActor("hr", "test");
const told: string[] = [];
const at = { from: 8, report: (problem: string) => told.push(problem) };
const later = new Date("2026-12-01T08:00:00Z");
const before = new Date("2026-11-15T06:59:00Z");
const eight = new Date("2026-11-15T07:00:00Z");
const signed = { who: "HR-direktör", text: "Vi delar bilden." };
const sign = (version: number, text = signed.text) =>
  signComment(hr, { quarter: QUARTER, version }, { ...signed, text }, "2026-11-10");

beforeEach(cleanDatabases);

test("a report goes out by itself at the hour, not before, and once", async () => {
  await aRegion({ state: "mixed" });
  expect(await publishDue(operator, before, at)).toEqual([]);
  expect(await latestReports(operator)).toEqual([]);
  expect(await publishDue(operator, eight, at)).toMatchObject([{ quarter: QUARTER, version: 1 }]);
  expect(await publishDue(operator, later, at)).toEqual([]);
  expect(await findReport(operator, QUARTER)).toMatchObject({ publishedOn: "2026-11-15" });
});

test("a report goes out once when several servers see the hour at the same moment", async () => {
  await aRegion({ state: "mixed" });
  const all = await Promise.all([1, 2, 3].map(() => publishDue(operator, eight, at)));
  expect(all.flat()).toHaveLength(1);
  expect(await readLog()).toHaveLength(1);
  expect(await publishFailures(operator)).toEqual(new Map());
});

test("a report carries what HR signed last, and nothing when HR wrote nothing or took it back", async () => {
  await aRegion({ state: "mixed" });
  expect(await sign(0, "Ett första utkast.")).toBe("signed");
  expect(await sign(1)).toBe("signed");
  expect(await sign(1), "a form sent twice is signed once").toBe("signed");
  expect(await sign(1, "Något annat."), "somebody else has signed meanwhile").toBe("newer");
  await publishDue(operator, eight, at);
  expect((await findReport(operator, QUARTER))?.snapshot.comment).toEqual({
    ...signed,
    writtenOn: "2026-11-10",
  });
  await sign(2, "");
  expect((await publishReport(operator, QUARTER, later)).isNew, "what is out stays").toBe(false);
  await cleanDatabases();
  await aRegion({ state: "mixed" });
  await sign(0);
  await sign(1, "");
  await publishDue(operator, eight, at);
  expect((await findReport(operator, QUARTER))?.snapshot.comment).toBeNull();
});

test("a report goes out without answers that nobody opened, and says so", async () => {
  await aRegion({ state: "closed" });
  await publishDue(operator, eight, at);
  expect((await findReport(operator, QUARTER))?.snapshot.answersMissing).toBe("not-opened");
});

test("the operator is told why a report did not go out, and is tried again until it does", async () => {
  await aRegion({ state: "mixed" });
  await asOwner("employer", "ALTER TABLE identity.headcount RENAME TO away");
  try {
    expect(await publishDue(operator, eight, at)).toEqual([]);
  } finally {
    await asOwner("employer", "ALTER TABLE identity.away RENAME TO headcount");
  }
  expect(told, "the server's log names the error, and nothing of what was asked").toHaveLength(1);
  expect(told[0]).toMatch(/^\w+$/);
  const failure = { quarter: QUARTER, at: eight, reason: "unexpected" };
  expect(await publishFailures(operator)).toEqual(new Map([[QUARTER, failure]]));
  const soon = new Date("2026-11-15T07:05:00Z");
  expect(await publishDue(operator, soon, at), "it rests for ten minutes").toEqual([]);
  const next = new Date("2026-11-15T07:10:00Z");
  expect(await publishDue(operator, next, at)).toHaveLength(1);
  expect(await publishFailures(operator)).toEqual(new Map());
});

test("a report waits for headcounts without which there is none, and the operator is told that they are missing", async () => {
  await aRegion({ state: "mixed" });
  await asOwner("employer", "DELETE FROM identity.headcount");
  await publishDue(operator, eight, at);
  expect((await publishFailures(operator)).get(QUARTER)?.reason).toBe("no-turnover");
  expect(await latestReports(operator)).toEqual([]);
});

test("a report is built beside the server, in a process that can be ended at any moment and leaves nothing half done", async () => {
  await aRegion({ state: "closed" });
  const early = new Date("2026-11-14T12:00:00Z");
  await expect(publishApart(operator, QUARTER, early)).rejects.toMatchObject({
    blockers: ["not-mixed"],
  });
  const letGo = await holdTable("collector", "subscription.subscribers");
  const stopping = new AbortController();
  const ended = publishDueApart(operator, eight, 8, stopping.signal);
  try {
    await Promise.race([lockAwaited("collector"), ended]);
    stopping.abort();
    await expect(ended).rejects.toBeInstanceOf(ChildEnded);
  } finally {
    await letGo();
  }
  expect(await latestReports(operator)).toEqual([]);
  expect(await publishDueApart(operator, eight, 8)).toMatchObject({ published: [{ version: 1 }] });
  expect(await readLog()).toHaveLength(1);
});
