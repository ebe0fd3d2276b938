import { beforeAll, expect, test, vi } from "vitest";
import { createAccount, setDisabled } from "@/lib/auth/administer";
import { commandLineAdministrator } from "@/lib/auth/command-line";
import { sortiProgram } from "@/lib/cli/program";
import { allParaphrases } from "@/lib/releases/data";
import { cleanDatabases } from "../../support/databases";
import { PASSPHRASES, Q1 } from "../../support/round";
import { layTexts, pool } from "../../support/waiting-texts";
import { desk, NOW, opened, readByTwo, rows } from "./desk";

const by = commandLineAdministrator("test");
const [ANNA, BO, EVA] = ["anna", "bo", "eva"].map((name) => `${name}@matbyran.example`) as [
  string,
  string,
  string,
];

beforeAll(async () => {
  await cleanDatabases();
  await layTexts([pool("group:town", "leaver", 10, 25)]);
  await opened();
  vi.stubEnv("SORTI_PASSPHRASE_1", PASSPHRASES[0]);
  for (const email of [ANNA, BO]) {
    await createAccount(by, { email, name: email, roles: ["operator"] }, NOW);
  }
  await createAccount(by, { email: EVA, name: EVA, roles: ["auditor"] }, NOW);
});

/** Runs `sorti texts …`; what it printed. Throws its sentence. */
async function texts(...args: readonly string[]): Promise<string> {
  const lines: string[] = [];
  const log = vi.spyOn(console, "log").mockImplementation((line) => void lines.push(String(line)));
  try {
    await (await sortiProgram("texts")).parseAsync(["node", "sorti", "texts", ...args]);
  } finally {
    log.mockRestore();
  }
  return lines.join("\n");
}

const idIn = (said: string) => /^[0-9a-f-]{36}/.exec(said)?.[0] ?? "";
const seenIn = (said: string) => /--seen ([0-9a-f]{64})/.exec(said)?.[1] ?? "";
const stateOf = async (id: string) => (await rows()).find((one) => one["id"] === id)?.["state"];

test("comments are read by two of the operator's people by command alone, and by nobody else", async () => {
  await expect(texts("next", "--as", EVA)).rejects.toThrow("no account of the operator's");
  const first = await texts("next", "--as", ANNA);
  const id = idIn(first);
  expect(first).toContain("0 of 10 comments");
  const work = ["code", id, "--as", ANNA, "--theme", "pay"];
  await expect(texts(...work)).rejects.toThrow("--paraphrase, or choose --none");
  const named = [...work, "--paraphrase", "Ring mig på 070-123 45 67."];
  await expect(texts(...named)).rejects.toThrow("Look once more at");
  expect(await stateOf(id)).toBe("waiting");
  expect(await texts(...work, "--paraphrase", "Lönen räckte inte.")).toContain("Saved");

  const other = await texts("next", "--as", BO);
  expect(idIn(other)).toBe(id);
  expect(other).toContain("Lönen räckte inte.");
  const back = ["return", id, "--as", BO, "--seen", seenIn(other), "--reason", "Det var schemat."];
  expect(await texts(...back)).toContain("Sent back");
  const again = await texts("next", "--as", ANNA);
  expect(again).toContain("Sent back: Det var schemat.");
  await texts("code", id, "--as", ANNA, "--theme", "hours", "--none", "--seen", seenIn(again));
  await expect(texts("approve", id, "--as", ANNA, "--seen", "0".repeat(64))).rejects.toMatchObject({
    reason: "changed",
  });
  const changed = await texts("next", "--as", BO);
  await texts("approve", id, "--as", BO, "--seen", seenIn(changed));
  expect(await stateOf(id)).toBe("approved");
  await setDisabled(by, BO, true, NOW);
  await expect(texts("next", "--as", BO)).rejects.toThrow("no account of the operator's");

  await expect(texts("finish", "--as", ANNA)).rejects.toThrow(`--confirm ${Q1}`);
  await expect(texts("finish", "--as", ANNA, "--confirm", Q1)).rejects.toMatchObject({
    reason: "not-approved",
  });
  await readByTwo(await desk());
  expect(await texts("finish", "--as", ANNA, "--confirm", Q1)).toContain("destroyed");
  expect(await rows()).toEqual([]);
  expect((await allParaphrases()).length).toBeGreaterThan(0);
});
