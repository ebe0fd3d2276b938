import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { commandLineActor } from "@/lib/auth/command-line";
import { ensureBuild } from "@/lib/cli/build";
import { freePort } from "@/lib/cli/installation";
import { closeClients } from "@/lib/db/clients";
import { diceFrom } from "@/lib/demo/random";
import { createInvitations } from "@/lib/invitations/mutations";
import { dayAt } from "@/lib/quarters/today";
import { mailedLink } from "../../attack/support/visitor";
import { startBalancer } from "../../support/balancer";
import { CHAOS } from "../../support/chaos";
import { runSorti } from "../../support/command";
import { asOwner, cleanDatabases } from "../../support/databases";
import { startMailCount } from "../../support/mail-count";
import { openSmallRound, Q1 } from "../../support/round";
import { type SortiProcess, startSorti } from "../../support/sorti-process";
import { departure } from "../invitations/mailing";
import { crowd, received } from "./crowd";

const INSTANCES = 3;
const hr = commandLineActor("hr", "test");

const instances: SortiProcess[] = [];
let balancer: Awaited<ReturnType<typeof startBalancer>>;
let mails: Awaited<ReturnType<typeof startMailCount>>;

beforeAll(async () => {
  await ensureBuild(() => undefined);
  await cleanDatabases();
  const mailPort = await freePort();
  mails = await startMailCount(mailPort);
  balancer = await startBalancer(() => instances.map(({ port }) => port));
  vi.stubEnv("SORTI_MODE", "demo");
  vi.stubEnv("SMTP_URL", `smtp://127.0.0.1:${mailPort}`);
  vi.stubEnv("SORTI_ORIGIN", balancer.origin);
  await openSmallRound();
  instances.push(...(await Promise.all(Array.from({ length: INSTANCES }, () => startSorti()))));
}, 1_800_000);

afterAll(async () => {
  await Promise.all(instances.map((one) => one.stop()));
  await balancer?.stop();
  await mails?.stop();
  await closeClients();
});

/** Kills one at a time, or now and then all but one, and starts them again; how many were killed. */
async function killAtRandom(until: number): Promise<number> {
  const dice = diceFrom(CHAOS.seed);
  let killed = 0;
  while (Date.now() < until) {
    await wait(1000 + 5000 * dice.next());
    const first = Math.floor(INSTANCES * dice.next());
    const many = dice.next() < 0.25 ? INSTANCES - 1 : 1;
    const victims = Array.from({ length: many }, (_, n) => (first + n) % INSTANCES);
    await Promise.all(
      victims.map(async (victim) => {
        await instances[victim]?.kill();
        killed += 1;
        instances[victim] = await startSorti();
      }),
    );
  }
  return killed;
}

/** Somebody leaves every now and then and is invited; the addresses. */
async function inviteUntil(until: number): Promise<readonly string[]> {
  const invited: string[] = [];
  while (Date.now() < until) {
    const address = `p${invited.length}@steady.example`;
    await departure(address, { at: new Date(), lastDay: dayAt(new Date()) });
    await Promise.all([createInvitations(hr), createInvitations(hr)]);
    invited.push(address);
    await wait(1500);
  }
  return invited;
}

/** A job whose instance was killed is given to another after a quarter of an hour: that time passes. */
const timePasses = () =>
  asOwner(
    "employer",
    `UPDATE pgboss.job SET started_on = started_on - interval '1 hour', start_after = now()
     WHERE state IN ('active', 'retry')`,
  );

async function untilMailed(addresses: readonly string[]): Promise<void> {
  await vi.waitFor(
    async () => {
      await timePasses();
      expect(addresses.filter((one) => !mails.mailed.has(one))).toEqual([]);
      expect(
        await asOwner("employer", "SELECT FROM identity.invitations WHERE state <> 'sent'"),
      ).toEqual([]);
    },
    { timeout: 300_000, interval: 5_000 },
  );
}

test("three instances are killed at random while people answer and are invited: no answer is lost or doubled, no link gives two credentials, and a mail that goes again is the same mail", async () => {
  const until = Date.now() + CHAOS.seconds * 1000;
  const next = async () => (Date.now() < until ? mailedLink() : undefined);
  const answering = crowd(balancer.origin, { next, width: 6, racing: 3 });
  const [killed, invited] = await Promise.all([killAtRandom(until), inviteUntil(until)]);
  const ends = await answering.done;

  expect(ends.filter((end) => end !== "sent" && end !== "lost and sent")).toEqual([]);
  const messages = await received();
  expect([messages.length, new Set(messages).size]).toEqual([ends.length, ends.length]);
  expect([...answering.acknowledged].sort()).toEqual(messages.sort());
  expect(await asOwner("employer", "SELECT FROM issuer.redemptions")).toHaveLength(ends.length);

  await untilMailed(invited);
  const mailsOf = invited.map((one) => mails.mailed.get(one)?.size);
  expect(mailsOf, "one mail each").toEqual(invited.map(() => 1));
  const again = invited.flatMap((one) => [...(mails.mailed.get(one)?.values() ?? [])]);
  const told = { killed, answers: ends.length, mails: invited.length };
  const sentAgain = again.filter((times) => times > 1).length;
  process.stdout.write(`${JSON.stringify({ ...told, sentAgain })}\n`);
  expect([killed > 0, ends.length > 0, invited.length > 0]).toEqual([true, true, true]);
  expect(sentAgain, "only what was under way when its instance was killed").toBeLessThanOrEqual(
    killed,
  );
});

test("three close the quarter at once: it is closed once, and the log says so once", async () => {
  const close = () => runSorti({}, "round", "close", Q1);
  await Promise.all([close(), close(), close()]);
  const entries = await asOwner<{ content: string }>(
    "collector",
    "SELECT content FROM release.log WHERE kind = 'issuing-stopped'",
  );
  expect(entries).toHaveLength(1);
  const used = await asOwner("employer", "SELECT FROM issuer.redemptions");
  expect(JSON.parse(entries[0]?.content ?? "{}")).toMatchObject({ issued: used.length });
});
