import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, expect, test, vi } from "vitest";

const real = Date;
const folder = mkdtempSync(path.join(tmpdir(), "sorti-clock-"));

/** The clock as a process finds it that runs in this mode. */
async function clockIn(mode: "demo" | "production") {
  vi.resetModules();
  vi.stubEnv("SORTI_MODE", mode);
  return import("@/lib/cli/demonstration-clock");
}

afterEach(async () => {
  (await import("@/lib/cli/demonstration-clock")).stopDemonstrationClock();
  vi.unstubAllEnvs();
  // Settings are read once: the next file must not find this one's.
  vi.resetModules();
  rmSync(path.join(folder, "clock"), { force: true });
});

test("outside the demonstration the clock is the machine’s own, and nothing moves it", async () => {
  const clock = await clockIn("production");
  expect(() => clock.startDemonstrationClock(folder)).toThrow("Only the demonstration");
  expect(() => clock.moveDemonstrationClock(new Date("2099-01-01"))).toThrow("no clock to move");
  expect(globalThis.Date).toBe(real);
});

test("in the demonstration everybody who asks for the time gets the moved one, and a given moment stays as it is", async () => {
  const clock = await clockIn("demo");
  clock.startDemonstrationClock(folder);
  clock.moveDemonstrationClock(new Date("2099-04-03T11:00:00Z"));
  expect(new Date().toISOString().slice(0, 10)).toBe("2099-04-03");
  expect(new Date(Date.now()).toISOString().slice(0, 10)).toBe("2099-04-03");
  expect(Date()).toContain("2099");
  expect(new Date("2026-11-22T10:00:00Z").toISOString()).toBe("2026-11-22T10:00:00.000Z");
  expect(new Date() instanceof Date && new real() instanceof Date).toBe(true);
});

test("it never goes back, and after a new start it is where it was", async () => {
  const clock = await clockIn("demo");
  clock.startDemonstrationClock(folder);
  clock.moveDemonstrationClock(new Date("2099-04-03T11:00:00Z"));
  clock.moveDemonstrationClock(new Date("2098-01-01T11:00:00Z"));
  expect(new Date().getFullYear()).toBe(2099);
  clock.stopDemonstrationClock();
  expect(globalThis.Date).toBe(real);
  clock.startDemonstrationClock(folder);
  expect(new Date().getFullYear()).toBe(2099);
});

test("only the demonstration’s command, the commands beside it and its time machine reach the clock", () => {
  const files = readdirSync("lib", { recursive: true, encoding: "utf8" })
    .filter((file) => /[.]tsx?$/.test(file))
    .map((file) => `lib/${file}`);
  const uses = (what: string) =>
    files.filter((file) => readFileSync(file, "utf8").includes(what)).sort();
  expect(uses("moveDemonstrationClock(")).toEqual([
    "lib/cli/demonstration-clock.ts",
    "lib/cli/time-machine.ts",
  ]);
  expect(uses("startDemonstrationClock(")).toEqual([
    "lib/cli/commands/demo.ts",
    "lib/cli/demonstration-clock.ts",
    "lib/cli/demonstration-settings.ts",
  ]);
});
