import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openDatabases } from "@/lib/cli/databases";
import { openInstallation } from "@/lib/cli/installation";

/** Connections that a developer's shell may hold: the tests empty tables, so they never follow them. */
const ELSEWHERE = /^(DATABASE_URL|OWNER_URL)/;

/** One fresh cluster for the whole run, on a free port; the workers inherit the connections. */
export async function setup(): Promise<() => Promise<void>> {
  for (const name of Object.keys(process.env)) if (ELSEWHERE.test(name)) delete process.env[name];
  const directory = mkdtempSync(path.join(tmpdir(), "sorti-tests-"));
  // The custodians' ceremony of the run, outside the installation that the attacks look through.
  const ring = mkdtempSync(path.join(tmpdir(), "sorti-ring-"));
  // The server runs under another account when the tests run as root.
  chmodSync(directory, 0o755);
  const databases = await openDatabases(await openInstallation(directory), false);
  Object.assign(process.env, {
    SORTI_DATA_DIR: directory,
    SORTI_TEST_RING: ring,
    OWNER_URL_EMPLOYER: databases.owners.employer,
    OWNER_URL_COLLECTOR: databases.owners.collector,
  });
  return async () => {
    await databases.stop();
    rmSync(directory, { recursive: true, force: true });
    rmSync(ring, { recursive: true, force: true });
  };
}
