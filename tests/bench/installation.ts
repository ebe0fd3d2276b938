import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openDatabases } from "@/lib/cli/databases";
import { openInstallation } from "@/lib/cli/installation";
import { closeClients } from "@/lib/db/clients";

/** Connections that a shell may hold: the bench fills and empties tables, so it never follows them. */
const ELSEWHERE = /^(DATABASE_URL|OWNER_URL)/;

/** Runs on databases of its own, durable as in production, in a folder that is gone afterwards. */
export async function onOwnInstallation(work: () => Promise<void>): Promise<void> {
  for (const name of Object.keys(process.env)) if (ELSEWHERE.test(name)) delete process.env[name];
  const directory = mkdtempSync(path.join(tmpdir(), "sorti-bench-"));
  // The database server may run under another account.
  chmodSync(directory, 0o755);
  process.env["SORTI_DATA_DIR"] = directory;
  const databases = await openDatabases(await openInstallation(directory));
  process.env["OWNER_URL_EMPLOYER"] = databases.owners.employer;
  process.env["OWNER_URL_COLLECTOR"] = databases.owners.collector;
  try {
    await work();
  } finally {
    await closeClients();
    await databases.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}
