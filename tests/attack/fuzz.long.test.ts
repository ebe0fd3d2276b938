import { afterAll, beforeAll, expect, test } from "vitest";
import { ensureBuild } from "@/lib/cli/build";
import { fire } from "../fuzz/fire";
import { everyTarget } from "../fuzz/targets";
import { cleanDatabases } from "../support/databases";
import { openSmallRound } from "../support/round";
import { startWatchedServer, type Watched } from "../support/watched-server";

const SHOTS = 100_000;
/** Before it is measured, the server has met everything once: what it keeps for good is there. */
const WARM = 10_000;
/** Less than 400 bytes for each request. */
const FLAT = 32 * 1024 * 1024;

let server: Watched;
beforeAll(async () => {
  await ensureBuild(() => undefined);
  await cleanDatabases();
  await openSmallRound();
  server = await startWatchedServer();
}, 600_000);
afterAll(() => server?.stop());

test("100 000 made-up requests at every call, form and page bring no failure, give nothing back, leave nothing in what is printed, and no memory grows", async () => {
  const salvo = { targets: everyTarget(), lanes: 16 };
  const first = await fire(server.origin, { ...salvo, seed: 1, shots: WARM });
  const before = await server.held();
  const rest = await fire(server.origin, { ...salvo, seed: 1 + WARM, shots: SHOTS - WARM });
  const after = await server.held();
  expect([...first.problems, ...rest.problems]).toEqual([]);
  expect(Object.values(rest.statuses).reduce((sum, n) => sum + n, 0)).toBe(SHOTS - WARM);
  expect(server.printed()).not.toMatch(/kanari|page-failed/);
  expect(after - before).toBeLessThan(FLAT);
});
