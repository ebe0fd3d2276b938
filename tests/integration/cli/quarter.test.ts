import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { sortiProgram } from "@/lib/cli/program";
import { keyDirectory } from "@/lib/keys/directory";
import { cleanDatabases } from "../../support/databases";
import { answerMany } from "../../support/respondent";
import { Q1, Q2, roundOf } from "../../support/round";
import { tiny } from "../../unit/survey/tiny";
import { departures, headcount, units } from "../imports/region";

const table = mkdtempSync(path.join(tmpdir(), "sorti-quarter-"));

const PASSPHRASES = ["garage satin smör trio skörd löv", "kvist moln tegel åror fjäder sand"];

/** Today, for whoever runs the commands: a quarter takes months. */
const at = (day: string) => vi.setSystemTime(new Date(`${day}T12:00:00Z`));

beforeAll(async () => {
  await cleanDatabases();
  rmSync(keyDirectory(), { recursive: true, force: true });
  for (const [i, passphrase] of PASSPHRASES.entries()) {
    vi.stubEnv(`SORTI_PASSPHRASE_${i + 1}`, passphrase);
    vi.stubEnv(`SORTI_NEW_PASSPHRASE_${i + 1}`, passphrase);
  }
  vi.useFakeTimers({ toFake: ["Date"] });
});
afterAll(() => {
  vi.useRealTimers();
  rmSync(table, { recursive: true });
});

/** Runs `sorti …` and gives what it printed; throws its sentence. */
async function sorti(...args: readonly string[]): Promise<string> {
  const lines: string[] = [];
  const say = (...said: unknown[]) =>
    void lines.push(
      said.map((one) => (typeof one === "string" ? one : JSON.stringify(one))).join(" "),
    );
  const [log, asTable] = [
    vi.spyOn(console, "log").mockImplementation(say),
    vi.spyOn(console, "table").mockImplementation(say),
  ];
  try {
    await (await sortiProgram(args[0])).parseAsync(["node", "sorti", ...args]);
  } finally {
    log.mockRestore();
    asTable.mockRestore();
  }
  return lines.join("\n");
}

/** A file that somebody hands over. */
function file(name: string, content: Uint8Array | string): string {
  const place = path.join(table, name);
  writeFileSync(place, content);
  return place;
}

const leavers = Array.from(
  { length: 12 },
  (_, i) => `${i};A;2026-02-${10 + i};resignation;;leaver${i}@home.example;sv;;`,
);
const before = ["A;2025-11;60;", "B;2025-11;40;"];
const months = ["2026-01", "2026-02", "2026-03"].map((month) => `A;${month};60;`);

test("a whole quarter is run from an empty installation to its report by commands alone", async () => {
  at("2025-12-10");
  const region = units(
    "A;Almen;care;;centres;2020-01-01;;",
    "B;Björken;care;;centres;2020-01-01;;",
  );
  expect(await sorti("import", "units", file("units.csv", region))).toContain("2");
  await sorti("import", "headcount", file("before.csv", headcount(...before)));
  const decided = ["--from", Q1, "--reason", "Nämndens beslut 7"];
  expect(await sorti("policy", "decide", "--rule", "either", ...decided)).toContain("Decided");
  expect(await sorti("policy", "list")).toContain('"rule":"either"');
  expect(await sorti("programme", "decide", "--scope", "all-units", ...decided)).toContain(
    "Decided",
  );
  expect(await sorti("programme", "list")).toContain("all-units");

  for (const custodian of ["1", "2"]) await sorti("keys", "create", custodian, Q1);
  const asked = file("questionnaire.json", JSON.stringify(tiny));
  expect(await sorti("questionnaire", "import", asked)).toContain("The next round");

  at("2026-01-02");
  expect(await sorti("round", "open", Q1)).toContain("is open");
  await sorti("round", "open", Q2);
  await sorti("import", "departures", file("leavers.csv", departures(...leavers)));
  const [, id = ""] = /([0-9a-f]{8}-[0-9a-f-]{27})/.exec(await sorti("import", "list")) ?? [];
  const [, seen = ""] = /--seen ([0-9a-f]{64})/.exec(await sorti("import", "confirm", id)) ?? [];
  await expect(sorti("import", "confirm", id, "--seen", "0".repeat(64))).rejects.toThrow(
    "not those",
  );
  expect(await sorti("import", "confirm", id, "--seen", seen)).toContain("12 by mail");
  await expect(sorti("import", "confirm", id, "--seen", seen)).rejects.toThrow("already");
  expect(await sorti("invite")).toContain("0");
  expect(await sorti("remind")).toContain("0");

  // The mails are the server's work; what people answer comes through the doors of the survey.
  await answerMany(await roundOf(Q1), "A", 12);
  await expect(sorti("round", "close", Q1)).rejects.toThrow("takes two people");

  at("2026-04-01");
  expect(await sorti("round", "close", Q1)).toContain("issuing has stopped");
  await expect(sorti("round", "close", Q1)).rejects.toThrow();
  at("2026-04-05");
  expect(await sorti("round", "close", Q1)).toContain("receiving has stopped");
  await expect(sorti("round", "close", Q1)).rejects.toThrow("custodian 2: sorti round peel");
  await sorti("round", "peel", Q1);
  await expect(sorti("round", "cancel", Q1)).rejects.toThrow("No mix is running");
  await sorti("round", "count", Q1);
  expect(await sorti("round", "status", "--json")).toContain('"state":"mixed","issued":12');
  expect(await sorti("release", "show", Q1, "--json")).toContain('"unit":"A"');
  await sorti("texts", "status");

  expect(await sorti("report", "check", Q1)).toContain("No unit has a headcount");
  process.exitCode = 0;
  await sorti("import", "headcount", file("headcount.csv", headcount(...months)));
  expect(await sorti("report", "check", Q1)).toContain("nothing stands in the way");
  expect(await sorti("report", "publish", Q1)).toContain("version 1 is published");
  expect(await sorti("report", "publish", Q1)).toContain("Nothing was changed");
  expect(await sorti("purge", "--dry-run")).not.toBe("");
  expect(await sorti("log", "verify")).toContain("holds");
});
