import { Command } from "commander";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { inviteCommand } from "@/lib/cli/commands/invite";
import { vouchedFor } from "../../support/confirmed";
import { asOwner, cleanDatabases } from "../../support/databases";
import { departures, imported, TWO_UNITS } from "../imports/region";

beforeEach(cleanDatabases);
afterEach(() => vi.restoreAllMocks());

/** Last days far ahead, so that the real clock does not matter. */
const FIVE = departures(
  "1001;V1;2099-03-31;resignation;;anna@home.example;sv;;",
  "1002;V1;2099-03-31;retirement;;bo@home.example;sv;;",
  "1003;V2;2099-03-31;death;;;sv;;",
  "1004;V2;2099-03-31;resignation;;;sv;;",
  "1005;V2;2099-03-31;resignation;;;sv;none;",
);

async function sorti(...flags: readonly string[]): Promise<readonly string[]> {
  const lines: string[] = [];
  vi.spyOn(console, "log").mockImplementation((line: string) => lines.push(line));
  const program = new Command();
  inviteCommand(program);
  await program.parseAsync(["invite", ...flags], { from: "user" });
  return lines;
}

const invitations = async () =>
  (await asOwner("employer", "SELECT id FROM identity.invitations")).length;

const COUNTS = [
  "Invitations: 2 by mail, 1 by letter.",
  "Not invited: 1 (has died).",
  "Not invited: 1 (the file asks that nothing be sent).",
];

test("sorti invite waits for the confirmation, tries without writing, invites once and says how many", async () => {
  await imported("units", TWO_UNITS);
  const done = await imported("departures", FIVE);
  expect(await sorti()).toEqual(["Invitations: 0 by mail, 0 by letter."]);

  await vouchedFor(done.outcome === "applied" ? done.importId : "");
  const [first, ...reasons] = await sorti("--dry-run");
  expect([first, ...reasons.slice(0, -1).sort()]).toEqual(COUNTS);
  expect(reasons.at(-1)).toBe("Nothing was saved (dry run).");
  expect(await invitations()).toBe(0);

  const [invited, ...others] = await sorti();
  expect([invited, ...others.sort()]).toEqual(COUNTS);
  expect(await invitations()).toBe(3);
  expect((await sorti())[0]).toBe("Invitations: 0 by mail, 0 by letter.");
});
