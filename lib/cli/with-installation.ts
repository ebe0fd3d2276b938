import { existsSync } from "node:fs";
import path from "node:path";
import {
  type Databases,
  openDatabases,
  provisionedUrls,
  rolesAreConfigured,
} from "@/lib/cli/databases";
import { followDemonstration } from "@/lib/cli/demonstration-settings";
import {
  dataDirectory,
  type Installation,
  openInstallation,
  portIsFree,
} from "@/lib/cli/installation";
import { closeClients } from "@/lib/db/clients";

/**
 * Runs a command on this installation's databases: those that the environment names, those of a
 * demonstration that is running, or the embedded cluster started for just this command.
 */
export async function withInstallation<T>(work: () => Promise<T>): Promise<T> {
  let opened: Databases | undefined;
  if (!rolesAreConfigured()) {
    const installation = await openInstallation(dataDirectory());
    followDemonstration(installation.directory);
    opened = (await running(installation)) ? undefined : await openDatabases(installation);
  }
  try {
    return await work();
  } finally {
    await closeClients();
    await opened?.stop();
  }
}

/** Whether the embedded cluster is up already; then its connections are put into the environment. */
async function running(installation: Installation): Promise<boolean> {
  if (process.env["DATABASE_URL"]) return false;
  if (await portIsFree(installation.databasePort, "127.0.0.1")) return false;
  Object.assign(process.env, provisionedUrls(installation));
  return true;
}

/**
 * Notes something in the public log, where there is an installation to reach: on a custodian's own machine
 * without one nothing is set up for a single line. False when it was not noted.
 */
export async function inLog(note: () => Promise<boolean>): Promise<boolean> {
  const installed = existsSync(path.join(dataDirectory(), "installation.json"));
  if (!rolesAreConfigured() && !process.env["DATABASE_URL"] && !installed) return false;
  return withInstallation(note).catch(() => false);
}
