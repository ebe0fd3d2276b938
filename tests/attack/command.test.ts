import { Command } from "commander";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import type { AttackReport } from "@/lib/attack/report";
import { attackCommand } from "@/lib/cli/commands/attack";
import { openQuarter } from "@/lib/closing/mutations";
import { db } from "@/lib/db/clients";
import { missingIn } from "@/lib/publishing/data";
import { publishReport } from "@/lib/publishing/mutations";
import { firstDayOf } from "@/lib/quarters/quarter";
import { monthsIn } from "@/lib/turnover/month";
import { asOwner, cleanDatabases } from "../support/databases";
import { answerMany } from "../support/respondent";
import {
  atNoon,
  closeRound,
  mixRound,
  openSmallRound,
  operator,
  planSmallRound,
  Q1,
  Q2,
  Q3,
  roundOf,
  sealedAnswers,
} from "../support/round";

beforeAll(async () => {
  await cleanDatabases();
  await answerMany(await openSmallRound(), "A", 12);
  await closeRound(Q1);
  await mixRound(Q1);
});
afterEach(() => {
  process.exitCode = undefined;
});

async function sorti(...args: string[]): Promise<string> {
  const printed = vi.spyOn(console, "log").mockImplementation(() => undefined);
  const program = new Command().exitOverride();
  attackCommand(program);
  await program.parseAsync(["node", "sorti", "attack", ...args]);
  const text = printed.mock.calls.flat().join("\n");
  printed.mockRestore();
  return text;
}

test("an untouched installation holds, and the figures can be published", async () => {
  const report: AttackReport = JSON.parse(await sorti("--json"));
  expect(report.findings.flatMap(({ leaks }) => leaks)).toEqual([]);
  expect(process.exitCode).toBeUndefined();
  expect(report.findings.map(({ attack }) => attack)).toEqual([
    "roles",
    "columns",
    "server settings",
    "transactions",
    "leftovers",
    "sizes",
    "receipts",
    "files",
    "releases",
    "blindness",
    "order",
  ]);
  const blindness = report.findings.find(({ attack }) => attack === "blindness");
  expect(blindness?.figures).toEqual({ pairs: 400 });
  expect(await sorti()).toContain("No attack found anything.");
});

test("a leak ends the command with 1 and a plain sentence", async () => {
  await asOwner("collector", "GRANT SELECT ON collector.inbox TO sorti_collector");
  const text = await sorti();
  await asOwner("collector", "REVOKE SELECT ON collector.inbox FROM sorti_collector");
  expect(process.exitCode).toBe(1);
  expect(text).toContain("1 leak was found");
  expect(text).toContain("sorti_collector may do table collector.inbox: INSERT SELECT");
});

/** Without headcounts there is no report. */
async function someTurnover(): Promise<void> {
  const identity = db("identity");
  const unit = { code: "A", name: "Almen", kind: "primary_care", peerGroup: "town" };
  await identity.unit.create({ data: { ...unit, validFrom: "2020-01-01", predecessors: [] } });
  const months = monthsIn({ from: "2026-04", to: "2026-06" });
  await identity.headcount.createMany({
    data: months.map((month) => ({ unitCode: "A", month, permanent: 20 })),
  });
}

const results = () => asOwner("collector", "SELECT * FROM release.atoms ORDER BY to_quarter");

test("broken on purpose, and caught: a mix whose result shares people with an earlier one", async () => {
  await planSmallRound(Q3);
  await openQuarter(operator(), Q2, atNoon(firstDayOf(Q2)));
  await answerMany(await roundOf(Q2), "A", 12);
  await closeRound(Q2);
  await asOwner("collector", `UPDATE release.atoms SET to_quarter = '${Q2}'`);
  await expect(mixRound(Q2)).rejects.toMatchObject({ reason: "audit-failed" });
  expect(await results()).toHaveLength(1);
  expect(await sealedAnswers()).toHaveLength(12);
  expect((await roundOf(Q2)).state).toBe("closed");
  expect(await missingIn(await roundOf(Q2)), "what a report says").toBe("audit-failed");

  await asOwner("collector", `UPDATE release.atoms SET to_quarter = '${Q1}'`);
  await mixRound(Q2);
  expect((await results()).map(({ from_quarter: from }) => from)).toEqual([Q1, Q2]);
  const again: AttackReport = JSON.parse(await sorti("--json"));
  expect(again.findings.filter(({ outcome }) => outcome !== "held")).toEqual([]);
  expect(again.held).toBe(true);
});

test("broken on purpose, and caught: a result that reaches back over people of an earlier one", async () => {
  const Q2_ATOM = `WHERE to_quarter = '${Q2}'`;
  await asOwner("collector", `UPDATE release.atoms SET from_quarter = '${Q1}', n = 15 ${Q2_ATOM}`);
  const text = await sorti();
  const date = atNoon((await roundOf(Q2)).manifest.publishes);
  await someTurnover();
  const stopped = publishReport(operator(), Q2, date).catch((cause: unknown) => cause);
  expect(await stopped, "no report goes out beside it").toMatchObject({ blockers: ["leak"] });
  expect(await asOwner("collector", "SELECT 1 FROM release.reports")).toEqual([]);
  await asOwner("collector", `UPDATE release.atoms SET from_quarter = '${Q2}', n = 12 ${Q2_ATOM}`);
  expect(process.exitCode).toBe(1);
  expect(await publishReport(operator(), Q2, date)).toMatchObject({ version: 1, isNew: true });
  expect(text).toContain(`counted-twice: atom A leaver ${Q1} + atom A leaver ${Q2}.`);
  expect(text).toContain(`group-isolated: atom A leaver ${Q1} + atom A leaver ${Q2}.`);
});
