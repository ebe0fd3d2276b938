import { Command } from "commander";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import type { AttackReport } from "@/lib/attack/report";
import { attackCommand } from "@/lib/cli/commands/attack";
import { asOwner, cleanDatabases } from "../support/databases";
import { answerMany } from "../support/respondent";
import { closeRound, mixRound, openSmallRound, Q1 } from "../support/round";

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
