import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { ROLES, type Role } from "@/lib/env";
import { asOwner, cleanDatabases } from "../support/databases";
import { layKeys, openSmallRound } from "../support/round";
import { type Instance, startInstance } from "./support/instance";
import { held, mailedLink, Visitor } from "./support/visitor";

let instance: Instance;
beforeAll(async () => {
  await layKeys();
  instance = await startInstance();
});
afterAll(async () => {
  await bringBack();
  await instance.stop();
});
beforeEach(async () => {
  await cleanDatabases();
  await openSmallRound();
  await wait(1100);
  instance.calls.length = 0;
});

const ROLE_NAMES = Object.keys(ROLES) as Role[];

/** Neither party's database lets anybody in any more, and whoever is in is thrown out. */
async function takeAway(): Promise<void> {
  for (const role of ROLE_NAMES) await asOwner(ROLES[role], `ALTER ROLE sorti_${role} NOLOGIN`);
  for (const side of ["employer", "collector"] as const) {
    const mine = "usename LIKE 'sorti\\_%' AND pid <> pg_backend_pid() AND usename <> current_user";
    await asOwner(side, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${mine}`);
  }
}

async function bringBack(): Promise<void> {
  for (const role of ROLE_NAMES) await asOwner(ROLES[role], `ALTER ROLE sorti_${role} LOGIN`);
}

test("without a database every call says 503 in its own words, at once; the page keeps what it needs and goes on afterwards", async () => {
  const phone = new Visitor(instance.origin);
  const session = await phone.answered(await mailedLink(), "ett hemligt ord");
  await takeAway();
  await wait(1100);
  await session.send();
  expect(session.stage).toMatchObject({ at: "sending", trouble: "server" });
  await expect(phone.open(null)).resolves.toMatchObject({ stage: { at: "sending" } });
  const asked = await Promise.all([
    phone.fetch("/api/survey/manifest", {}),
    phone.fetch("/api/survey/receipts/2026-Q1", {}),
    phone.post("invitation", { token: "A".repeat(43) }),
    phone.post("withdrawals", { receipt: "7K2M-9QXD-AAAA-BBBB-CCCC" }),
  ]);
  for (const reply of asked) {
    expect([reply.status, await reply.text(), reply.headers.get("cache-control")]).toEqual([
      503,
      '{"error":"unavailable"}',
      "no-store",
    ]);
  }
  await bringBack();
  await wait(1100);
  const later = await phone.open(null);
  expect(later.stage).toMatchObject({ at: "sent", resumed: true });
  expect(await held()).toEqual({ issued: 1, received: 1 });
});
