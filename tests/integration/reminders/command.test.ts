import { Command } from "commander";
import { afterEach, expect, test, vi } from "vitest";
import { remindCommand } from "@/lib/cli/commands/remind";
import { db } from "@/lib/db/clients";
import { asOwner } from "@/tests/support/databases";
import { withMailing } from "../invitations/mailing";
import { invited } from "./a-leaver";

withMailing();
afterEach(() => vi.restoreAllMocks());

async function sorti(...flags: readonly string[]): Promise<readonly string[]> {
  const lines: string[] = [];
  vi.spyOn(console, "log").mockImplementation((line: string) => lines.push(line));
  const program = new Command();
  remindCommand(program);
  await program.parseAsync(["remind", ...flags], { from: "user" });
  return lines;
}

const waiting = async () =>
  (await asOwner("employer", "SELECT id FROM pgboss.job WHERE name = 'reminder-mail'")).length;

test("sorti remind tries without queueing, queues once, and says only how many", async () => {
  await invited("anna@c.example");
  // The command goes by the real clock.
  const days = (n: number) => new Date(Date.now() + n * 86_400_000);
  const window = { windowTo: days(30).toISOString().slice(0, 10), sentAt: days(-20) };
  await db("identity").invitation.updateMany({ data: window });
  const counts = [
    "So far: 0 sent, 0 refused by the receiver’s server.",
    "Of those whose link works: 0 have stopped reminders, 0 want one after having left.",
  ];
  expect(await sorti("--dry-run")).toEqual([
    "Reminders to send now: 1.",
    ...counts,
    "Nothing was queued (dry run).",
  ]);
  expect(await waiting()).toBe(0);
  expect(await sorti()).toEqual(["Reminders queued: 1.", ...counts]);
  await sorti();
  expect(await waiting()).toBe(1);
});
