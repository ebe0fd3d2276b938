import {
  chownSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { freePort, openInstallation } from "@/lib/cli/installation";
import { startCluster } from "@/lib/db/cluster";
import { keyDirectory } from "@/lib/keys/directory";
import { asOwner } from "../../support/databases";

/** Everything that this installation keeps on the disk. */
export const installationDirectory = () => path.dirname(keyDirectory());

/** Where the server keeps its tables, its log ahead of writing, and its server log. */
export async function serverFiles() {
  const [row] = await asOwner<{ data_directory: string }>("collector", "SHOW data_directory");
  const data = row?.data_directory ?? "";
  return {
    data,
    tables: path.join(data, "base"),
    wal: path.join(data, "pg_wal"),
    log: path.join(path.dirname(data), "server.log"),
  };
}

async function ownerClient(): Promise<pg.Client> {
  const { databasePassword, databasePort } = await openInstallation(installationDirectory());
  const owner = `sorti_owner:${databasePassword}@127.0.0.1:${databasePort}`;
  const client = new pg.Client({ connectionString: `postgresql://${owner}/sorti_collector` });
  await client.connect();
  return client;
}

function giveTo(place: string, { uid, gid }: { uid: number; gid: number }): void {
  chownSync(place, uid, gid);
  if (!statSync(place).isDirectory()) return;
  for (const name of readdirSync(place)) giveTo(path.join(place, name), { uid, gid });
}

/** A base backup with its WAL, as an administrator takes one while the round is open. */
export async function takeBackup(): Promise<string> {
  const { data } = await serverFiles();
  const copy = mkdtempSync(path.join(tmpdir(), "sorti-backup-"));
  const client = await ownerClient();
  try {
    await client.query("SELECT pg_backup_start('attack', true)");
    cpSync(data, copy, {
      recursive: true,
      filter: (file) => !/postmaster[.](pid|opts)$|pg_wal[/]./.test(file),
    });
    const { rows } = await client.query<{ labelfile: string }>(
      "SELECT labelfile FROM pg_backup_stop(false)",
    );
    writeFileSync(path.join(copy, "backup_label"), rows[0]?.labelfile ?? "");
    cpSync(path.join(data, "pg_wal"), path.join(copy, "pg_wal"), { recursive: true });
  } finally {
    await client.end();
  }
  return copy;
}

/** Starts a server on a backup; `ask` reads it as superuser. */
export async function restoreBackup(copy: string) {
  const directory = mkdtempSync(path.join(tmpdir(), "sorti-restored-"));
  const { databasePassword: password } = await openInstallation(installationDirectory());
  const options = { directory, port: await freePort(), password, durable: false };
  const empty = await startCluster(options);
  const first = new pg.Client({ connectionString: empty.url("postgres") });
  await first.connect();
  const { rows } = await first.query<{ data_directory: string }>("SHOW data_directory");
  await first.end();
  await empty.stop();
  const data = rows[0]?.data_directory ?? "";
  const { uid, gid } = statSync(data);
  rmSync(data, { recursive: true, force: true });
  cpSync(copy, data, { recursive: true });
  giveTo(data, { uid, gid });
  const cluster = await startCluster(options);
  return {
    ask: async <T extends pg.QueryResultRow>(sql: string): Promise<T[]> => {
      const client = new pg.Client({ connectionString: cluster.url("sorti_collector") });
      await client.connect();
      try {
        return (await client.query<T>(sql)).rows;
      } finally {
        await client.end();
      }
    },
    stop: async () => {
      await cluster.stop();
      for (const place of [directory, path.dirname(data), copy]) {
        rmSync(place, { recursive: true, force: true });
      }
    },
  };
}
