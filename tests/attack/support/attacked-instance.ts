import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { forgetReceiving } from "@/lib/doors/receiving";
import type { RoundRecord } from "@/lib/rounds/record";
import { cleanDatabases } from "../../support/databases";
import { layKeys, openSmallRound } from "../../support/round";
import { type Instance, startInstance } from "./instance";

/** The collector remembers for a second which rounds receive. */
export const untilTheCollectorKnows = () => wait(1100);

/** Nothing stored, the small round just opened, and nothing of an earlier one in the survey's memory. */
export async function openAnew(): Promise<RoundRecord> {
  await cleanDatabases();
  const round = await openSmallRound();
  forgetReceiving();
  return round;
}

/** One survey for a file of attacks; each test finds the small round just opened, and nothing stored. */
export function instanceForEachTest(): () => Instance {
  let instance: Instance | undefined;
  beforeAll(async () => {
    await layKeys();
    instance = await startInstance();
  });
  afterAll(() => instance?.stop());
  beforeEach(async () => {
    await openAnew();
    if (instance) instance.calls.length = 0;
  });
  return () => {
    if (!instance) throw new Error("the survey has not started");
    return instance;
  };
}
