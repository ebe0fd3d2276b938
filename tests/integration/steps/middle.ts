import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { expect } from "vitest";
import { asOwner, ownerUrl } from "../../support/databases";

/** What a step needs half-way, and who waits there. */
export type Middle = {
  readonly side: "employer" | "collector";
  readonly table: string;
  readonly role: string;
  /** What it needs is to read there, not to write. */
  readonly reads?: boolean;
};

/** Locks a table against whoever writes there, or reads, until the server is gone and the lock with it. */
async function hold({ side, table, reads = false }: Middle): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl(side) });
  client.on("error", () => undefined);
  await client.connect();
  await client.query("BEGIN");
  await client.query(`LOCK TABLE ${table} IN ${reads ? "ACCESS EXCLUSIVE" : "EXCLUSIVE"} MODE`);
}

async function untilWaiting({ side, role }: Middle): Promise<void> {
  const sql = `SELECT FROM pg_stat_activity WHERE usename = '${role}' AND wait_event_type = 'Lock'`;
  const waits = async () => (await asOwner(side, sql)).length > 0;
  await expect.poll(waits, { timeout: 300_000, interval: 50 }).toBe(true);
}

export type Ended = "failed" | "went through";

/** Lets a step come to its middle, makes the database start again there, and says how the step ended. */
export async function inTheMiddle(
  middle: Middle,
  step: () => Promise<unknown>,
  restart: () => Promise<void>,
): Promise<Ended> {
  await hold(middle);
  const ended = step().then(
    (): Ended => "went through",
    (): Ended => "failed",
  );
  await untilWaiting(middle);
  await restart();
  return ended;
}

const PATIENCE_MS = 300_000;

/** Takes a step as somebody does who does not give up; how often it had to be taken. */
export async function again(step: () => Promise<unknown>): Promise<number> {
  const until = Date.now() + PATIENCE_MS;
  for (let tries = 1; ; tries += 1) {
    try {
      await step();
      return tries;
    } catch (cause) {
      if (Date.now() > until) throw cause;
      await wait(100);
    }
  }
}
