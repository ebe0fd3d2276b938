import {
  appendFileSync,
  chmodSync,
  chownSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { freePort } from "@/lib/cli/installation";
import { type Cluster, startCluster } from "@/lib/db/cluster";

/** A PostgreSQL with a synchronous standby: nothing is acknowledged that does not lie on both. */
export type Pair = {
  readonly primary: Cluster;
  readonly standby: Cluster;
  readonly standbyPort: number;
  /** Stops the primary in the middle of everything, and starts it again. */
  readonly restartPrimary: () => Promise<void>;
  /** Kills the primary as a power cut would. */
  readonly killPrimary: () => void;
  /** The standby takes over. */
  readonly promote: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

export async function askServer<T extends pg.QueryResultRow>(
  cluster: Cluster,
  database: string,
  sql: string,
): Promise<T[]> {
  const client = new pg.Client({ connectionString: cluster.url(database) });
  // A server that is killed ends its connections.
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Every connection of the environment, to the server on another port. */
export function connectionsAt(port: number): Record<string, string> {
  const named = Object.entries(process.env).filter(([name]) => /^(DATABASE|OWNER)_URL_/.test(name));
  return Object.fromEntries(
    named.map(([name, value = ""]) => {
      const url = new URL(value);
      url.port = String(port);
      return [name, url.toString()];
    }),
  );
}

const newFolder = (name: string): string => {
  const folder = mkdtempSync(path.join(tmpdir(), name));
  chmodSync(folder, 0o755);
  return folder;
};

async function dataOf(cluster: Cluster): Promise<string> {
  const [row] = await askServer<{ data_directory: string }>(
    cluster,
    "postgres",
    "SHOW data_directory",
  );
  return row?.data_directory ?? "";
}

function giveTo(place: string, owner: { readonly uid: number; readonly gid: number }): void {
  chownSync(place, owner.uid, owner.gid);
  if (!statSync(place).isDirectory()) return;
  for (const name of readdirSync(place)) giveTo(path.join(place, name), owner);
}

/** A server with nobody's data on a free port, whose files another's may be laid over. */
async function newServer(password: string) {
  const options = { directory: newFolder("sorti-pair-"), port: await freePort(), password };
  return {
    options: { ...options, durable: true },
    cluster: await startCluster({ ...options, durable: true }),
  };
}

/** What a killed server leaves of processes and memory is gone a moment later; until then it cannot start. */
async function startedAgain(
  options: Parameters<typeof startCluster>[0],
  tries = 20,
): Promise<void> {
  try {
    await startCluster(options);
  } catch (cause) {
    if (tries === 0) throw cause;
    await wait(500);
    await startedAgain(options, tries - 1);
  }
}

/**
 * Starts both. `prepare` fills the primary before the standby is made of its files; the password is the owner's.
 */
export async function startPair(
  password: string,
  prepare: (primary: Cluster) => Promise<void>,
): Promise<Pair> {
  const first = await newServer(password);
  await prepare(first.cluster);
  const data = await dataOf(first.cluster);
  await first.cluster.stop();

  const second = await newServer(password);
  const copy = await dataOf(second.cluster);
  await second.cluster.stop();
  const owner = statSync(copy);
  rmSync(copy, { recursive: true, force: true });
  cpSync(data, copy, { recursive: true });
  const line = `host=127.0.0.1 port=${first.options.port} user=sorti_owner password=${password} application_name=standby`;
  appendFileSync(path.join(copy, "postgresql.auto.conf"), `\nprimary_conninfo = '${line}'\n`);
  writeFileSync(path.join(copy, "standby.signal"), "");
  giveTo(copy, owner);

  const primary = await startCluster(first.options);
  const standby = await startCluster(second.options);
  await askServer(primary, "postgres", "ALTER SYSTEM SET synchronous_standby_names = 'standby'");
  await askServer(primary, "postgres", "SELECT pg_reload_conf()");
  const kill = () => {
    const [pid] = readFileSync(path.join(data, "postmaster.pid"), "utf8").split("\n");
    process.kill(Number(pid), "SIGKILL");
  };
  return {
    primary,
    standby,
    standbyPort: second.options.port,
    restartPrimary: async () => {
      kill();
      await startedAgain(first.options);
    },
    killPrimary: kill,
    promote: async () => {
      await askServer(standby, "postgres", "SELECT pg_promote()");
    },
    stop: async () => {
      await Promise.all([primary.stop(), standby.stop()]);
      for (const place of [data, copy])
        rmSync(path.dirname(place), { recursive: true, force: true });
      for (const { options } of [first, second]) {
        rmSync(options.directory, { recursive: true, force: true });
      }
    },
  };
}
