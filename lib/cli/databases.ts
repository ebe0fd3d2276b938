import path from "node:path";
import { type Installation, moveDatabasePort, portIsFree } from "@/lib/cli/installation";
import { Refusal } from "@/lib/cli/refusal";
import { type Cluster, startCluster } from "@/lib/db/cluster";
import {
  ensureDatabase,
  letRolesIn,
  migrate,
  type Owners,
  passwordOf,
  SIDES,
} from "@/lib/db/provision";
import { isPart, ownParts, ROLES, rolesOf } from "@/lib/env";
import { installQueues } from "@/lib/jobs/queues";

/** Databases that are up, migrated, and known to the environment. */
export type Databases = { readonly owners: Owners; readonly stop: () => Promise<void> };

const settingOf = (role: string) => `DATABASE_URL_${role.toUpperCase()}`;

/** Whether an administrator has set every connection that this process needs: then nothing is provisioned here. */
export function rolesAreConfigured(): boolean {
  return rolesOf(ownParts()).every((role) => process.env[settingOf(role)]);
}

/** The sides whose databases are ours to set up. */
const ownSides = () => SIDES.filter((side) => isPart(side === "employer" ? "issuer" : "collector"));

const onlyOwn = (owners: Owners): Owners =>
  Object.fromEntries(
    ownSides().flatMap((side) => (owners[side] === undefined ? [] : [[side, owners[side]]])),
  );

/** Owner connections to a server that somebody else runs, when one is set. */
async function externalOwners(): Promise<Owners | null> {
  const { DATABASE_URL, OWNER_URL_EMPLOYER, OWNER_URL_COLLECTOR } = process.env;
  const named = onlyOwn({
    ...(OWNER_URL_EMPLOYER ? { employer: OWNER_URL_EMPLOYER } : {}),
    ...(OWNER_URL_COLLECTOR ? { collector: OWNER_URL_COLLECTOR } : {}),
  });
  if (Object.keys(named).length === ownSides().length) return named;
  if (!DATABASE_URL) return null;
  return besideEachOther(DATABASE_URL, new URL(DATABASE_URL).pathname.slice(1) || "sorti");
}

/** Our databases on one server, named after the one in the address. */
async function besideEachOther(serverUrl: string, base: string): Promise<Owners> {
  const named = (name: string) => {
    const url = new URL(serverUrl);
    url.pathname = `/${name}`;
    return url.toString();
  };
  for (const side of ownSides()) await ensureDatabase(serverUrl, `${base}_${side}`);
  return onlyOwn({ employer: named(`${base}_employer`), collector: named(`${base}_collector`) });
}

async function embedded(
  installation: Installation,
  durable: boolean,
): Promise<{ cluster: Cluster; owners: Owners }> {
  const options = {
    directory: path.join(installation.directory, "postgres"),
    password: installation.databasePassword,
    durable,
  };
  let place = installation;
  let cluster: Cluster;
  try {
    cluster = await startCluster({ ...options, port: place.databasePort });
  } catch (cause) {
    if (await portIsFree(place.databasePort, "127.0.0.1")) throw cause;
    place = await moveDatabasePort(place);
    cluster = await startCluster({ ...options, port: place.databasePort });
  }
  const owners = await besideEachOther(cluster.url("postgres"), "sorti").catch(async (cause) => {
    await cluster.stop();
    throw cause;
  });
  return { cluster, owners };
}

/** Starts or finds the databases, migrates them, lets the roles in, and puts the connections into the environment. */
export async function openDatabases(
  installation: Installation,
  durable = true,
): Promise<Databases> {
  const outside = await externalOwners().catch((cause: Error) => {
    throw new Refusal(
      `The database server cannot be reached (${cause.message || "no answer"}). Check DATABASE_URL and that the server is running.`,
    );
  });
  const inside = outside ? null : await embedded(installation, durable);
  const owners = outside ?? inside?.owners;
  if (!owners) throw new Refusal("No database is configured.");
  await migrate(owners);
  if (owners.employer !== undefined) await installQueues(owners.employer);
  Object.assign(process.env, await letRolesIn(owners, installation.databasePassword));
  return { owners, stop: async () => inside?.cluster.stop() };
}

/** Our narrow roles' connections to an embedded cluster that was provisioned before. */
export function provisionedUrls({
  databasePort,
  databasePassword,
}: Installation): Record<string, string> {
  const own = ownSides();
  return Object.fromEntries(
    rolesOf(ownParts())
      .filter((role) => own.includes(ROLES[role]))
      .map((role) => [
        settingOf(role),
        `postgresql://sorti_${role}:${passwordOf(role, databasePassword)}@127.0.0.1:${databasePort}/sorti_${ROLES[role]}`,
      ]),
  );
}
