import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { cleanDatabases } from "../../support/databases";
import { layKeys, openSmallRound } from "../../support/round";
import { type Instance, startInstance } from "./instance";

/** The collector remembers for a second which rounds receive. */
export const untilTheCollectorKnows = () => wait(1100);

/** One survey for a file of attacks; each test finds the small round just opened, and nothing stored. */
export function instanceForEachTest(): () => Instance {
  let instance: Instance | undefined;
  beforeAll(async () => {
    await layKeys();
    instance = await startInstance();
  });
  afterAll(() => instance?.stop());
  beforeEach(async () => {
    // Nobody asks meanwhile: what the last test's calls left in memory is old by the time that the round is open.
    const forgotten = untilTheCollectorKnows();
    await cleanDatabases();
    await openSmallRound();
    await forgotten;
    if (instance) instance.calls.length = 0;
  });
  return () => {
    if (!instance) throw new Error("the survey has not started");
    return instance;
  };
}
