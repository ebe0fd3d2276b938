import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { ensureBuild } from "@/lib/cli/build";
import { closeClients } from "@/lib/db/clients";
import { ensureDatabase, letRolesIn, migrate } from "@/lib/db/provision";
import { SERVER_SETTINGS } from "@/lib/db/server-settings";
import { installQueues } from "@/lib/jobs/queues";
import { startBalancer } from "../../support/balancer";
import { asOwner } from "../../support/databases";
import { openSmallRound } from "../../support/round";
import { type SortiProcess, startSorti } from "../../support/sorti-process";
import { askServer, connectionsAt, type Pair, startPair } from "../../support/standby";
import { crowd, people, received } from "./crowd";

/** How many answer while the database starts again, and then while the standby takes over. */
const [FIRST, PEOPLE] = [40, 100];
const PASSWORD = randomBytes(12).toString("hex");
const SIDES = ["employer", "collector"] as const;

let pair: Pair;
let server: SortiProcess;
let balancer: Awaited<ReturnType<typeof startBalancer>>;

function use(urls: Readonly<Record<string, string>>): void {
  for (const [name, url] of Object.entries(urls)) vi.stubEnv(name, url);
}

beforeAll(async () => {
  await ensureBuild(() => undefined);
  pair = await startPair(PASSWORD, async (primary) => {
    for (const side of SIDES) await ensureDatabase(primary.url("postgres"), `sorti_${side}`);
    const [employer, collector] = SIDES.map((side) => primary.url(`sorti_${side}`));
    const owners = { employer: employer ?? "", collector: collector ?? "" };
    await migrate(owners);
    await installQueues(owners.employer);
    use({ OWNER_URL_EMPLOYER: owners.employer, OWNER_URL_COLLECTOR: owners.collector });
    use(await letRolesIn(owners, PASSWORD));
  });
  await openSmallRound();
  server = await startSorti();
  balancer = await startBalancer(() => [server.port]);
}, 900_000);

afterAll(async () => {
  await server?.stop();
  await balancer?.stop();
  await closeClients();
  await pair?.stop();
});

/** Every connection of this process and of those that it starts leads to the server that took over. */
async function pointAt({ standbyPort }: Pair): Promise<void> {
  await closeClients();
  use(connectionsAt(standbyPort));
}

const settingsOf = async (server: Pair["primary"]) => {
  const sql = `SELECT name, setting FROM pg_settings WHERE name = ANY('{${Object.keys(SERVER_SETTINGS)}}')`;
  const rows = await askServer<{ name: string; setting: string }>(server, "postgres", sql);
  return Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
};

test("the standby is synchronous, and neither it nor the primary archives or logs anything of an answer", async () => {
  await expect
    .poll(() => askServer(pair.primary, "postgres", "SELECT sync_state FROM pg_stat_replication"))
    .toEqual([{ sync_state: "sync" }]);
  for (const one of [pair.primary, pair.standby]) {
    expect(await settingsOf(one)).toEqual(SERVER_SETTINGS);
  }
});

test("the database is killed and starts again while people answer: the servers find it by themselves, no answer is lost and none is there twice", async () => {
  const answering = crowd(balancer.origin, { next: await people(FIRST), width: 5 });
  for (const enough of [5, 20]) {
    await expect
      .poll(() => answering.acknowledged.size, { timeout: 300_000 })
      .toBeGreaterThan(enough);
    await pair.restartPrimary();
  }
  expect(await answering.done).toEqual(Array.from({ length: FIRST }, () => "sent"));
  expect((await received()).sort()).toEqual([...answering.acknowledged].sort());
  expect(await asOwner("employer", "SELECT FROM issuer.redemptions")).toHaveLength(FIRST);
});

test("the primary is killed while people answer and the standby takes over: every answer that got its 204 is there, none twice, and everybody gets theirs sent", async () => {
  const earlier = await received();
  const answering = crowd(balancer.origin, { next: await people(PEOPLE), width: 10 });
  await expect.poll(() => answering.acknowledged.size, { timeout: 300_000 }).toBeGreaterThan(30);
  pair.killPrimary();
  await server.kill();
  const promised = [...answering.acknowledged];
  expect(promised.length).toBeLessThan(PEOPLE);

  await pair.promote();
  await pointAt(pair);
  const there = await received();
  expect(promised.filter((message) => !there.includes(message))).toEqual([]);

  server = await startSorti();
  const health = await fetch(`http://127.0.0.1:${server.port}/api/health`);
  expect([health.status, await health.text()]).toEqual([200, expect.stringContaining('"ok":true')]);
  expect(await answering.done).toEqual(Array.from({ length: PEOPLE }, () => "sent"));
  const messages = await received();
  expect(new Set(messages).size).toBe(messages.length);
  expect([...earlier, ...answering.acknowledged].sort()).toEqual(messages.sort());
  expect(await asOwner("employer", "SELECT FROM issuer.redemptions")).toHaveLength(messages.length);
});
