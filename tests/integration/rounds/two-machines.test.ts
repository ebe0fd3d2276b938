import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { keyDirectory } from "@/lib/keys/directory";
import { readLog } from "@/lib/transparency/data";
import { toldDestroyed } from "@/lib/transparency/told";
import { runSorti } from "../../support/command";
import { cleanDatabases } from "../../support/databases";
import { answerMany } from "../../support/respondent";
import { closeRound, openSmallRound, PASSPHRASES, Q1, roundOf } from "../../support/round";

beforeEach(cleanDatabases);

const table = mkdtempSync(path.join(tmpdir(), "sorti-two-machines-"));
afterAll(() => rmSync(table, { recursive: true }));

type Machine = { readonly directory: string; readonly secret: Readonly<Record<string, string>> };

/** A machine with a data directory of its own and one custodian's key files, and nothing else. */
function machineOf(custodian: 1 | 2): Machine {
  const directory = path.join(table, `machine-${custodian}`);
  mkdirSync(path.join(directory, "keys"), { recursive: true });
  for (const name of readdirSync(keyDirectory())) {
    if (!name.startsWith(`custodian-${custodian}-`)) continue;
    cpSync(path.join(keyDirectory(), name), path.join(directory, "keys", name));
  }
  const passphrase = PASSPHRASES[custodian - 1] ?? "";
  return { directory, secret: { [`SORTI_PASSPHRASE_${custodian}`]: passphrase } };
}

/** Runs a command as a process of that machine; the databases and the file are all that two of them share. */
async function on({ directory, secret }: Machine, ...args: readonly string[]) {
  const ended = await runSorti({ ...secret, SORTI_DATA_DIR: directory }, ...args);
  return { code: ended.code, said: ended.printed + ended.complaint };
}

const keysOf = ({ directory }: Machine) =>
  readdirSync(path.join(directory, "keys")).filter((name) => name.includes(Q1));

const peeledOn = ({ directory }: Machine) => path.join(directory, "exchange", `${Q1}.exchange`);

test("two custodians mix a round on two machines, each with its own key only, by one file between them", async () => {
  await answerMany(await openSmallRound(), "A", 10);
  await closeRound(Q1);
  const [first, second] = [machineOf(1), machineOf(2)];
  const file = path.join(table, "carried-by-hand");

  expect(await on(first, "round", "peel", Q1, "--out", file)).toMatchObject({ code: 1 });
  const peeled = await on(second, "round", "peel", Q1);
  expect([peeled.code, peeled.said]).toEqual([0, expect.stringContaining("Peeled.")]);
  cpSync(peeledOn(second), file);
  expect(readFileSync(file).includes("Almen")).toBe(false);
  expect(await roundOf(Q1)).toMatchObject({ state: "closed" });

  const counted = await on(first, "round", "count", Q1, "--in", file);
  expect([counted.code, counted.said]).toEqual([0, expect.stringContaining("sorti keys destroy")]);
  expect(await roundOf(Q1)).toMatchObject({ state: "mixed", received: 10, counted: 10 });
  expect([keysOf(first), keysOf(second).length]).toEqual([[], 1]);
  expect(toldDestroyed(await readLog(), Q1, "custodians")).toBe(false);

  const listed = await on(second, "keys", "list");
  expect(listed.said).toContain(`${peeledOn(second)} lies here`);
  const destroyed = await on(second, "keys", "destroy");
  expect([destroyed.code, keysOf(second), existsSync(peeledOn(second))]).toEqual([0, [], false]);
  expect(toldDestroyed(await readLog(), Q1, "custodians")).toBe(true);
  const gone = (await readLog()).filter(({ kind }) => kind === "key-destroyed");
  expect(gone.map(({ content }) => JSON.parse(content).of)).toEqual([
    "issuer",
    "custodian1",
    "custodian2",
  ]);
  for (const { said } of [peeled, counted, destroyed]) {
    for (const passphrase of PASSPHRASES) expect(said).not.toContain(passphrase);
  }
});
