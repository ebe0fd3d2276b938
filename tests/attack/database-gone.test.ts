import { afterAll, expect, test } from "vitest";
import { ROLES, type Role } from "@/lib/env";
import { asOwner } from "../support/databases";
import { instanceForEachTest, untilTheCollectorKnows } from "./support/attacked-instance";
import { held, mailedLink, Visitor } from "./support/visitor";

const instance = instanceForEachTest();
afterAll(bringBack);

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

/** Sends while both databases are gone, asks at the other doors, and opens the page again when they are back. */
async function meanwhileGone(line: Visitor["line"]) {
  const phone = new Visitor(instance().origin);
  const session = await phone.answered(await mailedLink(), "ett hemligt ord");
  phone.line = line;
  await takeAway();
  await untilTheCollectorKnows();
  await session.send();
  const asked = await Promise.all([
    phone.fetch("/api/survey/manifest", {}),
    phone.fetch("/api/survey/receipts/2026-Q1", {}),
    phone.post("invitation", { token: "A".repeat(43) }),
    phone.post("withdrawals", { receipt: "7K2M-9QXD-AAAA-BBBB-CCCC" }),
  ]);
  const reopened = (await phone.open(null)).stage;
  await bringBack();
  await untilTheCollectorKnows();
  return { sent: session.stage, asked, reopened, later: (await phone.open(null)).stage };
}

const whole: Visitor["line"] = (url, init, go) => go(url, init);

test("without a database every call says 503 in its own words, at once; the page keeps what it needs and goes on afterwards", async () => {
  const { sent, asked, reopened, later } = await meanwhileGone(whole);
  expect(sent).toMatchObject({ at: "sending", trouble: "server" });
  for (const reply of asked) {
    expect([reply.status, await reply.text(), reply.headers.get("cache-control")]).toEqual([
      503,
      '{"error":"unavailable"}',
      "no-store",
    ]);
  }
  expect(reopened).toMatchObject({ at: "sending" });
  expect(later).toMatchObject({ at: "sent", resumed: true });
  expect(await held()).toEqual({ issued: 1, received: 1 });
});

test("broken on purpose, and caught: an issuer that takes a database that is gone for a link that nobody has", async () => {
  const { sent, later } = await meanwhileGone(async (url, init, go) => {
    const reply = await go(url, init);
    const wrong = url.endsWith("credential") && reply.status === 503;
    return wrong ? Response.json({ error: "unknown-link" }, { status: 404 }) : reply;
  });
  expect(sent).toEqual({ at: "lost", why: "unknown-link" });
  expect(later).toMatchObject({ at: "start" });
  expect(await held()).toEqual({ issued: 0, received: 0 });
});
