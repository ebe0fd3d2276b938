import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Command } from "commander";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { importCommands } from "@/lib/cli/commands/import";
import { asOwner, cleanDatabases } from "../../support/databases";
import {
  departures,
  everythingStored,
  imported,
  LEAVERS,
  rowsOf,
  TWO_UNITS,
  undrawn,
} from "./region";

vi.stubEnv("SORTI_MODE", "production");

let folder = "";
beforeEach(async () => {
  await cleanDatabases();
  folder = mkdtempSync(path.join(tmpdir(), "sorti-import-"));
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
  rmSync(folder, { recursive: true });
});

/** What the command prints and how it ends. */
async function sorti(kind: string, bytes: Uint8Array, ...flags: readonly string[]) {
  const file = path.join(folder, "file.csv");
  writeFileSync(file, bytes);
  const lines: string[] = [];
  vi.spyOn(console, "log").mockImplementation((line: string) => lines.push(line));
  const program = new Command();
  importCommands(program);
  await program.parseAsync(["import", kind, file, ...flags], { from: "user" });
  const exit = process.exitCode ?? 0;
  process.exitCode = undefined;
  return { said: lines.join("\n"), exit };
}

/** What a command without a file prints. */
async function typed(...words: readonly string[]): Promise<string> {
  const lines: string[] = [];
  vi.spyOn(console, "log").mockImplementation((line: string) => lines.push(line));
  const program = new Command();
  importCommands(program);
  await program.parseAsync(["import", ...words], { from: "user" });
  return lines.join("\n");
}

const ONE_LEFT = departures("1001;V1;2026-03-31;resignation;;anna@home.example;sv;letter;");

describe("sorti import", () => {
  test("carries out a file and says what it did, and that the import waits", async () => {
    await imported("units", TWO_UNITS);
    const { said, exit } = await sorti("departures", LEAVERS);
    expect(said).toContain("Added: 3. Changed: 0. Removed: 0. Unchanged: 0.");
    expect(said).toContain("Nobody is invited until the auditor or the second key holder");
    expect([exit, await rowsOf("departures")]).toEqual([0, 3]);
  });

  test("says where every problem is and what to do, and ends with 1", async () => {
    const { said, exit } = await sorti("units", TWO_UNITS.subarray(5));
    expect(said).toContain("Line 1, column code. The column is missing. Add it to the header line");
    expect([exit, await rowsOf("units")]).toEqual([1, 0]);
  });

  test("tried with --dry-run writes nothing", async () => {
    const { said, exit } = await sorti("units", TWO_UNITS, "--dry-run");
    expect(said).toContain("Nothing was saved (dry run).");
    expect([exit, await rowsOf("units")]).toEqual([0, 0]);
  });

  test("stops and asks before it removes anything", async () => {
    await imported("units", TWO_UNITS);
    await imported("departures", LEAVERS);
    const before = await everythingStored();
    const stopped = await sorti("departures", ONE_LEFT);
    expect(stopped.said).toContain("Removed: V1, 2026-03-31, retirement");
    expect(stopped.said).toContain("Add --allow-removals if that is right.");
    expect([stopped.exit, await everythingStored()]).toEqual([1, before]);
    expect((await sorti("departures", ONE_LEFT, "--allow-removals")).exit).toBe(0);
    expect(await rowsOf("departures")).toBe(2);
  });

  test("says the same to programs, without addresses, references or pseudonyms", async () => {
    await imported("units", TWO_UNITS);
    const { said } = await sorti("departures", LEAVERS, "--json");
    const told = JSON.parse(said);
    expect(told).toMatchObject({ outcome: "applied", kind: "departures", invitations: null });
    expect(told.plan.added.count).toBe(3);
    const [row] = await asOwner("employer", "SELECT pseudonym FROM identity.departures");
    expect(undrawn(said)).not.toMatch(/@|100[123]/);
    expect(said).not.toContain(row?.["pseudonym"]);
    const refused = await sorti("departures", departures("1;V9;x;quit;a@b.example;;;;"), "--json");
    const codes = JSON.parse(refused.said).listed.map(({ code }: { code: string }) => code);
    expect(codes.sort()).toEqual(["bad-date", "bad-kind", "unknown-unit"]);
    expect(refused.exit).toBe(1);
  });

  test("takes an import back by its id, once, and lists what can be", async () => {
    await imported("units", TWO_UNITS);
    const before = await everythingStored();
    const { said } = await sorti("departures", LEAVERS, "--json");
    const { importId } = JSON.parse(said);
    expect((await typed("list")).split("\n")[0]).toMatch(`${importId}`);
    expect(await typed("undo", importId, "--dry-run")).toContain("0 become what they were, 3 go.");
    expect(await rowsOf("departures")).toBe(3);
    expect(await typed("undo", importId)).toContain("The import is taken back.");
    expect(await rowsOf("departures")).toBe(0);
    expect(JSON.parse(await typed("list", "--json"))[1]).toMatchObject({ undo: "done" });
    await expect(typed("undo", importId)).rejects.toThrow("There is no such import that can be");
    await expect(typed("undo", "../..")).rejects.toThrow("There is no such import that can be");
    const [units] = JSON.parse(await everythingStored());
    expect(units).toEqual(JSON.parse(before)[0]);
  });

  test("of a file that is not there says so", async () => {
    const program = new Command();
    importCommands(program);
    const missing = program.parseAsync(["import", "units", "nowhere.csv"], { from: "user" });
    await expect(missing).rejects.toThrow("There is no file nowhere.csv.");
  });
});
