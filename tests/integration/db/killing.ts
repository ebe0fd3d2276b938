import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { query, type Side } from "./first-installation";

/**
 * power: the database stops too, and what was not written is gone. process: the database ends what it was given,
 * and nobody is there to hear of it.
 */
export type Cut = "power" | "process";

const LOCK = 4711;

/** After so-manyth statement of a connection that makes or changes something, it waits for a lock that the test holds. */
const STEPPING = `
  CREATE SCHEMA stepping;
  CREATE FUNCTION stepping.wait() RETURNS event_trigger LANGUAGE plpgsql AS $$
  DECLARE n int := coalesce(nullif(current_setting('stepping.n', true), ''), '0')::int + 1;
  BEGIN
    PERFORM set_config('stepping.n', n::text, false);
    IF n = nullif(current_setting('stepping.stop', true), '')::int THEN
      PERFORM pg_advisory_xact_lock(${LOCK});
    END IF;
  END $$;
  CREATE EVENT TRIGGER stepping ON ddl_command_end EXECUTE FUNCTION stepping.wait()`;

const WAITING = `SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND objid = ${LOCK} AND NOT granted
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

/** A database in which an update can be stopped after any of its statements, and its process be killed there. */
export async function killable(side: Side, url: string) {
  await query(url, STEPPING);
  const name = new URL(url).pathname.slice(1);
  const holder = new pg.Client({ connectionString: url });
  await holder.connect();
  const hold = () => holder.query("SELECT pg_advisory_lock($1)", [LOCK]);
  await hold();

  /** The connection that stands there, or null when the process ended without coming to it. */
  async function stoodStill(ended: () => boolean): Promise<number | null> {
    while (!ended()) {
      const [row] = (await holder.query<{ pid: number }>(WAITING)).rows;
      if (row) return row.pid;
      await wait(20);
    }
    return null;
  }

  async function loseDatabase(pid: number): Promise<void> {
    await holder.query("SELECT pg_terminate_backend($1)", [pid]);
    const there = "SELECT FROM pg_stat_activity WHERE pid = $1";
    while ((await holder.query(there, [pid])).rowCount !== 0) await wait(20);
  }

  return {
    /** Updates in a process that is killed after that statement of its own; false when it came to its end before. */
    kill: async (statement: number, cut: Cut): Promise<boolean> => {
      await query(url, `ALTER DATABASE ${name} SET stepping.stop = '${statement}'`);
      const args = ["--import", "tsx", "tests/support/apply-migrations.ts", side, url];
      const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
      let said = "";
      child.stderr.on("data", (chunk) => {
        said += String(chunk);
      });
      const gone = once(child, "close");
      const pid = await stoodStill(() => child.exitCode !== null);
      if (pid === null) {
        await gone;
        if (child.exitCode !== 0) throw new Error(`The update did not go on: ${said}`);
        return false;
      }
      child.kill("SIGKILL");
      await gone;
      if (cut === "power") await loseDatabase(pid);
      else {
        await holder.query("SELECT pg_advisory_unlock($1)", [LOCK]);
        await hold();
      }
      return true;
    },
    /** How many migrations are applied, to the end. */
    applied: async (): Promise<number> => {
      const sql =
        "SELECT FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL";
      return (await query(url, sql)).length;
    },
    letGo: async (): Promise<void> => {
      await holder.end();
      await query(
        url,
        "DROP EVENT TRIGGER IF EXISTS stepping; DROP SCHEMA IF EXISTS stepping CASCADE",
      );
      await query(url, `ALTER DATABASE ${name} RESET stepping.stop`);
    },
  };
}
