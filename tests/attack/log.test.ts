import { Command } from "commander";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { loggedAttacks } from "@/lib/attack/due";
import type { Occasion } from "@/lib/attack/record";
import { runAttacks } from "@/lib/attack/report";
import { attackAfterMix, logAttack } from "@/lib/cli/attack-log";
import { attackCommand } from "@/lib/cli/commands/attack";
import { selfAttack } from "@/lib/cli/self-attack";
import { readLog } from "@/lib/transparency/data";
import { asOwner, cleanDatabases } from "../support/databases";
import { answerMany } from "../support/respondent";
import { atNoon, closeRound, mixRound, openSmallRound, operator, Q1 } from "../support/round";

beforeAll(async () => {
  // What is logged once a day must not meet a midnight on the way.
  vi.useFakeTimers({ toFake: ["Date"], now: atNoon("2026-04-11") });
  await cleanDatabases();
  await answerMany(await openSmallRound(), "A", 12);
  await closeRound(Q1);
  await mixRound(Q1);
});
afterAll(() => vi.useRealTimers());
afterEach(() => {
  process.exitCode = undefined;
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const LEAK = "GRANT SELECT ON collector.inbox TO sorti_collector";
const REPAIR = "REVOKE SELECT ON collector.inbox FROM sorti_collector";

async function sorti(): Promise<string> {
  const printed = vi.spyOn(console, "log").mockImplementation(() => undefined);
  const program = new Command().exitOverride();
  attackCommand(program);
  await program.parseAsync(["node", "sorti", "attack", "--log"]);
  return printed.mock.calls.flat().join("\n");
}

const attacks = async (occasion: Occasion) =>
  loggedAttacks(await readLog()).filter((one) => one.occasion === occasion);

/** This process as one that was never given the owners' connections. */
function forgetOwners(): void {
  for (const side of ["EMPLOYER", "COLLECTOR"]) vi.stubEnv(`OWNER_URL_${side}`, "");
  vi.stubEnv("DATABASE_URL", "postgresql://somebody.example/elsewhere");
}

/** Looks while the collector may read its inbox, which it must not. */
async function whileLeaking<T>(look: () => Promise<T>): Promise<T> {
  await asOwner("collector", LEAK);
  try {
    return await look();
  } finally {
    vi.unstubAllEnvs();
    await asOwner("collector", REPAIR);
  }
}

test("every mix is attacked once by itself, however many servers there are, and the log has the figures", async () => {
  const now = atNoon("2026-04-10");
  await Promise.all([attackAfterMix(now, 0), attackAfterMix(now, 0)]);
  expect(await attackAfterMix(now, 0)).toBe(false);
  const [first, ...more] = await attacks("mix");
  expect(more).toEqual([]);
  expect(first).toMatchObject({ quarter: Q1, occasion: "mix", held: true, day: "2026-04-10" });
  expect(first?.results.every(({ outcome }) => outcome === "held")).toBe(true);
  const order = first?.results.find(({ attack }) => attack === "order");
  expect(order?.figures).toMatchObject({ mean: expect.any(Number) });
});

test("an attack that succeeds is logged as well, by the operator's command once a day", async () => {
  expect(await whileLeaking(sorti)).toContain("Logged.");
  expect(process.exitCode).toBe(1);
  const [one] = await attacks("command");
  expect(one).toMatchObject({ quarter: Q1, held: false });
  const roles = { outcome: "leaked", leaks: 1 };
  expect(one?.results.find(({ attack }) => attack === "roles")).toMatchObject(roles);

  expect(await sorti()).toContain("Logged.");
  expect(await logAttack(operator(), await runAttacks([]), "command", new Date())).toBe(false);
  expect((await attacks("command")).map(({ held }) => held)).toEqual([false, true]);
});

test("a server that knows only the narrow roles finds a leak too, and says what it could not see", async () => {
  const { held, findings } = await whileLeaking(() => {
    forgetOwners();
    return selfAttack("whatever there is");
  });
  expect(held).toBe(false);
  const of = (outcome: string) => findings.filter((one) => one.outcome === outcome);
  expect(of("leaked").map(({ attack }) => attack)).toEqual(["roles"]);
  expect(of("no-rights").map(({ attack }) => attack)).toEqual(["sizes"]);
  forgetOwners();
  await expect(selfAttack("owner")).rejects.toThrow("The attack needs every right there is.");
});

test("a collector that shares no machine with the employer attacks its own side", async () => {
  forgetOwners();
  vi.stubEnv("DATABASE_URL_IDENTITY", "");
  const { held, findings } = await selfAttack("whatever there is");
  expect(held).toBe(true);
  const lines = findings.find(({ attack }) => attack === "roles")?.figures["lines"] ?? 0;
  expect(lines).toBeGreaterThan(20);
});
