import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Command } from "commander";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { GET } from "@/app/log/log.json/route";
import { logCommands } from "@/lib/cli/commands/log";
import { closeClients } from "@/lib/db/clients";
import { firstTableFault, readLog } from "@/lib/transparency/data";
import { asOwner, cleanDatabases } from "../../support/databases";
import { answerMany } from "../../support/respondent";
import {
  closeRound,
  mixRound,
  openSmallRound,
  planSmallRound,
  Q1,
  Q2,
  Q3,
  roundOf,
} from "../../support/round";

/** Two quarters: the first has too few and is carried over, the second counts both. */
beforeAll(async () => {
  await cleanDatabases();
  await answerMany(await openSmallRound(), "A", 4);
  await closeRound(Q1);
  await mixRound(Q1);
  await planSmallRound(Q3);
  await answerMany(await roundOf(Q2), "A", 8);
  await closeRound(Q2);
  await mixRound(Q2);
});
afterEach(() => {
  process.exitCode = undefined;
  vi.restoreAllMocks();
});

async function verify(...args: string[]): Promise<string> {
  const printed = vi.spyOn(console, "log").mockImplementation(() => undefined);
  const program = new Command().exitOverride();
  logCommands(program);
  await program.parseAsync(["node", "sorti", "log", "verify", ...args]);
  return printed.mock.calls.flat().join("\n");
}

/** The log as anybody may download it, in a file. */
async function downloaded(change: (text: string) => string = (text) => text): Promise<string> {
  const file = path.join(mkdtempSync(path.join(tmpdir(), "sorti-log-")), "log.json");
  writeFileSync(file, change(await (await GET()).text()));
  return file;
}

/** Does something to a table as its owner, looks, and puts it right again. */
async function whileBroken<T>(harm: string, repair: string, look: () => Promise<T>): Promise<T> {
  await asOwner("collector", harm);
  try {
    return await look();
  } finally {
    await asOwner("collector", repair);
  }
}

test("the live log of two real quarters holds: chain, manifests, numbers, releases", async () => {
  const found = JSON.parse(await verify("--json"));
  expect(found).toMatchObject({ broken: null, rounds: 3, headFound: null, keys: "built-in" });
  expect(await verify()).toContain("The log holds:");
  expect(process.exitCode).toBeUndefined();
});

test("a round's plan stands in the log with limits, questionnaire and the fingerprints of its keys", async () => {
  const planned = (await readLog()).find(({ kind }) => kind === "round-planned");
  expect(JSON.parse(planned?.content ?? "")).toMatchObject({
    quarter: Q1,
    limits: { k: 8, c: 1 },
    questionnaireHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    keys: { issuer: expect.stringMatching(/^[0-9a-f]{64}$/), custodians: { length: 2 } },
  });
});

test("a figure that is changed after the mix is found, with the entry's number", async () => {
  const fault = await whileBroken(
    "UPDATE release.atoms SET n = n + 1",
    "UPDATE release.atoms SET n = n - 1",
    () => verify(),
  );
  expect(fault).toMatch(/^The log breaks at entry \d+: what was released is not what the tables/);
  expect(process.exitCode).toBe(1);
});

test("a receipt that is taken out of the public list is found", async () => {
  const fault = await whileBroken(
    "CREATE TABLE public.kept AS SELECT * FROM release.receipts; DELETE FROM release.receipts WHERE state = 'carried'",
    "INSERT INTO release.receipts SELECT * FROM public.kept WHERE state = 'carried'; DROP TABLE public.kept",
    async () => firstTableFault(await readLog()),
  );
  expect(fault).toMatchObject({ reason: "release-changed" });
});

test("a round whose number of received answers is changed is found", async () => {
  const fault = await whileBroken(
    "UPDATE release.rounds SET received = received + 1 WHERE state = 'mixed'",
    "UPDATE release.rounds SET received = received - 1 WHERE state = 'mixed'",
    async () => firstTableFault(await readLog()),
  );
  expect(fault).toMatchObject({ reason: "totals-changed" });
});

test("a downloaded log is checked without any database, and a changed letter in it is found", async () => {
  const intact = await downloaded();
  const changed = await downloaded((text) =>
    text.replace(String.raw`\"issued\":8`, String.raw`\"issued\":9`),
  );
  await closeClients();
  vi.stubEnv("DATABASE_URL_READER", "postgresql://nobody@127.0.0.1:1/nothing");
  try {
    expect(JSON.parse(await verify(intact, "--json"))).toMatchObject({ broken: null, rounds: 3 });
    expect(process.exitCode).toBeUndefined();
    expect(await verify(changed)).toMatch(/its checksum is another/);
    expect(process.exitCode).toBe(1);
  } finally {
    vi.unstubAllEnvs();
  }
});

test("a log that was cut off is missed by whoever remembers its last checksum", async () => {
  const kept = (await readLog()).at(-1)?.hash ?? "";
  const file = await downloaded((text) => {
    const log = JSON.parse(text);
    return JSON.stringify({ ...log, entries: log.entries.slice(0, -1) });
  });
  expect(await verify("--head", kept)).toContain("The log holds:");
  expect(process.exitCode).toBeUndefined();
  expect(await verify(file, "--head", kept)).toContain("has lost the entry that you remember");
  expect(process.exitCode).toBe(1);
});

test("the hash in a mail leads to the log, and keys of somebody else's are refused", async () => {
  const hash = Buffer.from((await roundOf(Q2)).manifestHash).toString("hex");
  expect(JSON.parse(await verify("--json", "--head", hash))).toMatchObject({ headFound: true });
  const { custodianKeys: [first, second] = [] } = JSON.parse(await (await GET()).text());
  expect(await verify("--keys", `${second},${first}`)).toContain(
    "The log breaks at entry 1: the manifest is not signed by both custodians",
  );
});

test("what is no log is refused in one sentence", async () => {
  await expect(verify(await downloaded(() => "{}"))).rejects.toThrow(/is not a public log/);
  await expect(verify("/nowhere/log.json")).rejects.toThrow(
    "There is no log at /nowhere/log.json.",
  );
});
