import { rmSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, vi } from "vitest";
import { startDemonstrationClock, stopDemonstrationClock } from "@/lib/cli/demonstration-clock";
import { noteSeeded } from "@/lib/cli/demonstration-settings";
import { dataDirectory } from "@/lib/cli/installation";
import { installTimeMachine, journey, setOff } from "@/lib/cli/journey";
import { planNextQuarter } from "@/lib/cli/plan-quarter";
import { bringIn } from "@/lib/cli/seed/bring-in";
import { DEMO_SECRETS } from "@/lib/cli/seed/passphrases";
import { demoCeremony } from "@/lib/cli/seed/rounds";
import { timeMachine } from "@/lib/cli/time-machine";
import { openQuarter } from "@/lib/closing/mutations";
import { confirmInDemonstration } from "@/lib/confirmation/mutations";
import { quarterAhead } from "@/lib/demo/ahead";
import { departuresFile, headcountFile } from "@/lib/demo/files";
import { demoRegion } from "@/lib/demo/region";
import { keyDirectory } from "@/lib/keys/directory";
import { type Quarter, quarterOf } from "@/lib/quarters/quarter";
import { operator } from "../../support/round";

/** After a file's tests the clock is the machine's own again, and nothing of the demonstration is left. */
export function putBackTime(): void {
  afterAll(() => {
    stopDemonstrationClock();
    for (const file of ["seeded", "clock", "keys"]) {
      rmSync(path.join(dataDirectory(), file), { recursive: true, force: true });
    }
  });
}

/** The demonstration as it stands in its open quarter, without the years before it. */
export async function openDemonstration(today: string): Promise<Quarter> {
  const open = quarterOf(today);
  const { files, departures, headcount } = demoRegion(open, today);
  const lastYear = headcount.filter(
    ({ month }) => Number(month.slice(0, 4)) >= Number(today.slice(0, 4)) - 1,
  );
  rmSync(keyDirectory(), { recursive: true, force: true });
  await bringIn("units", files.units);
  await bringIn("headcount", headcountFile(lastYear));
  await demoCeremony([], open);
  await planNextQuarter(operator(), open, DEMO_SECRETS, new Date());
  await openQuarter(operator(), open, new Date());
  const answering = new Set(quarterAhead(open, open).answers.map(({ employeeRef }) => employeeRef));
  const now = departures.filter(({ employeeRef }) => answering.has(employeeRef));
  await confirmInDemonstration(await bringIn("departures", departuresFile(now)));
  noteSeeded(dataDirectory(), today);
  startDemonstrationClock(dataDirectory());
  expect(setOff("next"), "nothing is moved where no time machine was handed in").toBe(false);
  installTimeMachine(timeMachine);
  return open;
}

/** Waits until the time machine stands still, and says so if it did not get there. */
export async function arrived(): Promise<void> {
  const moving = () => expect(journey()?.state).not.toBe("moving");
  await vi.waitFor(moving, { timeout: 540_000, interval: 100 });
  expect(journey()?.state).toBe("still");
}
