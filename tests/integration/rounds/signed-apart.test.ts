import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { isTimeForKeys, roundsAhead } from "@/lib/ceremony/ahead";
import { knownKeys } from "@/lib/ceremony/data";
import { keyDirectory } from "@/lib/keys/directory";
import { importPublicKeys, readPublicKeys } from "@/lib/keys/public-keys";
import { findRound } from "@/lib/rounds/data";
import { runSorti } from "../../support/command";
import { cleanDatabases } from "../../support/databases";
import { atNoon, layKeys, operator, PASSPHRASES, Q1, Q2, Q3, Q4 } from "../../support/round";

beforeEach(cleanDatabases);

const table = mkdtempSync(path.join(tmpdir(), "sorti-signed-apart-"));
afterAll(() => rmSync(table, { recursive: true }));

/** The rounds ahead as the console of this process tells them. */
const aheadHere = async () => roundsAhead(await knownKeys(operator(), atNoon("2026-01-02")));

/** A machine with one custodian's key files, and nothing else. */
function machineOf(custodian: 1 | 2) {
  const directory = path.join(table, `machine-${custodian}`);
  mkdirSync(path.join(directory, "keys"), { recursive: true });
  for (const name of readdirSync(keyDirectory())) {
    if (!name.startsWith(`custodian-${custodian}-`)) continue;
    cpSync(path.join(keyDirectory(), name), path.join(directory, "keys", name));
  }
  const secret = { [`SORTI_PASSPHRASE_${custodian}`]: PASSPHRASES[custodian - 1] ?? "" };
  return async (...args: readonly string[]) => {
    const ended = await runSorti({ ...secret, SORTI_DATA_DIR: directory }, ...args);
    return [ended.code, ended.printed + ended.complaint] as const;
  };
}

test("a manifest is signed by each custodian on a machine of their own, and an altered one by neither", async () => {
  await layKeys();
  const [first, second] = [machineOf(1), machineOf(2)];
  const [keys, draft, signed] = ["keys", "draft", "signed"].map((name) =>
    path.join(table, name),
  ) as [string, string, string];
  const done = (words: string) => [0, expect.stringContaining(words)];
  expect(await second("keys", "public", "2", keys)).toEqual(done("Long-term key"));
  expect(await first("keys", "import-public", keys)).toEqual(done("to be compared"));
  expect(await first("round", "draft", Q1, draft)).toEqual(done("unsigned"));
  expect(await second("round", "sign", draft, "--out", signed)).toEqual(done("at least 8 answers"));
  const text = readFileSync(signed, "utf8");
  writeFileSync(draft, text.replace('\\"k\\":8', '\\"k\\":5'));
  const altered = await first("round", "open", Q1, "--signature", draft);
  expect(altered).toEqual([1, expect.stringContaining("is not what")]);
  expect(await findRound(Q1)).toBeNull();
  expect(await first("round", "open", Q1, "--signature", signed)).toEqual(done("is open"));
  expect((await findRound(Q1))?.manifest.limits.k).toBe(8);
});

test("the console of one machine counts the keys whose public halves were carried to it from the other", async () => {
  await layKeys();
  const second = machineOf(2);
  const own = readdirSync(keyDirectory()).filter((name) => name.startsWith("custodian-2-"));
  for (const name of own) rmSync(path.join(keyDirectory(), name));
  const all = (...states: string[]) => [Q1, Q2, Q3, Q4].map(() => states);
  const before = await aheadHere();
  expect(before.map((round) => round.keys)).toEqual(all("here", "missing"));
  expect(isTimeForKeys(before)).toBe(true);
  const file = path.join(table, "carried-keys");
  expect((await second("keys", "public", "2", file))[0]).toBe(0);
  importPublicKeys(keyDirectory(), readPublicKeys(readFileSync(file, "utf8")));
  const after = await aheadHere();
  expect(after.map((round) => round.keys)).toEqual(all("here", "elsewhere"));
  expect(isTimeForKeys(after)).toBe(false);
});
