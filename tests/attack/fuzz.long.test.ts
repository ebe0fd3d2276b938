import { afterEach, beforeAll, expect, test } from "vitest";
import { ensureBuild } from "@/lib/cli/build";
import { fire, type Hits } from "../fuzz/fire";
import { targetsByCost } from "../fuzz/targets";
import { FUZZ } from "../support/chaos";
import { cleanDatabases } from "../support/databases";
import { openSmallRound } from "../support/round";
import { startWatchedServer, type Watched } from "../support/watched-server";

/** Before it is measured, the server has met everything many times: what it keeps for good is there. */
const WARM = FUZZ.shots / 5;
/** Between two looks at what it holds. */
const STEP = FUZZ.shots / 20;
/** Bytes that what it holds may grow by with each request. Measured: see docs/scale.md. */
const FLAT = 400;
/** A busy machine answers thirty of these in a second. */
const PATIENCE_MS = 3 * 3_600_000;

let server: Watched;
beforeAll(async () => {
  await ensureBuild(() => undefined);
}, 900_000);
afterEach(() => server?.stop());

async function start(how: { readonly leaking?: boolean }): Promise<void> {
  await cleanDatabases();
  await openSmallRound();
  server = await startWatchedServer(how);
}

type Look = { readonly shots: number; readonly held: number };

/** What it holds grows by so many bytes with each request: the line through all the looks. */
function growth(looks: readonly Look[]): number {
  const mean = (of: (look: Look) => number) =>
    looks.reduce((sum, look) => sum + of(look), 0) / looks.length;
  const [shots, held] = [mean((look) => look.shots), mean((look) => look.held)];
  const together = mean((look) => (look.shots - shots) * (look.held - held));
  return together / mean((look) => (look.shots - shots) ** 2);
}

const mb = ({ held }: Look) => Math.round(held / 1e5) / 10;

async function fireAndLook(from: number, to: number, step: number) {
  const [looks, hits]: [Look[], Hits[]] = [[{ shots: from, held: await server.held() }], []];
  for (let shots = from; shots < to; shots += step) {
    const began = performance.now();
    const salvo = { targets: targetsByCost(), lanes: 16, seed: 1 + shots, shots: step };
    const hit = await fire(server.origin, salvo);
    const look = { shots: shots + step, held: await server.held() };
    const seconds = Math.round((performance.now() - began) / 1000);
    const told = { shots: look.shots, seconds, held: mb(look), problems: hit.problems.length };
    process.stdout.write(`${JSON.stringify(told)}\n`);
    hits.push(hit);
    looks.push(look);
  }
  return { looks, hits };
}

function together(hits: readonly Hits[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { statuses } of hits)
    for (const [status, n] of Object.entries(statuses)) sums[status] = (sums[status] ?? 0) + n;
  return sums;
}

test(
  "100 000 made-up requests at every call, form and page bring no failure, give nothing back, leave nothing in what is printed, and no memory grows",
  async () => {
    await start({});
    const began = performance.now();
    const warm = await fireAndLook(0, WARM, STEP);
    const rest = await fireAndLook(WARM, FUZZ.shots, STEP);
    const hits = [...warm.hits, ...rest.hits];
    const seconds = Math.round((performance.now() - began) / 1000);
    const grows = Math.round(growth(rest.looks));
    const statuses = together(hits);
    process.stdout.write(`${JSON.stringify({ seconds, statuses, bytesEach: grows })}\n`);
    expect(hits.flatMap(({ problems }) => problems)).toEqual([]);
    expect(Object.values(statuses).reduce((sum, n) => sum + n, 0)).toBe(FUZZ.shots);
    expect(server.printed()).not.toMatch(/kanari|page-failed/);
    expect(grows).toBeLessThan(FLAT);
  },
  PATIENCE_MS,
);

test(
  "broken on purpose, and caught: a server that keeps 8 kB of every request",
  async () => {
    await start({ leaking: true });
    await fireAndLook(0, 500, 500);
    const { looks } = await fireAndLook(500, 2000, 300);
    process.stdout.write(`${JSON.stringify({ bytesEach: Math.round(growth(looks)) })}\n`);
    expect(growth(looks)).toBeGreaterThan(10 * FLAT);
  },
  PATIENCE_MS,
);
