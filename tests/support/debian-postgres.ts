import { execFile } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { freePort } from "@/lib/cli/installation";
import { SERVER_SETTINGS } from "@/lib/db/server-settings";

const run = promisify(execFile);
const INSTALLED = "/usr/lib/postgresql";
const NOBODY = { uid: 65534, gid: 65534 };
const OWNER = "sorti_owner";

/** The newest PostgreSQL that the system has installed, with its tools: the package in the product has no pg_dump. */
function tools(): string {
  const versions = existsSync(INSTALLED)
    ? readdirSync(INSTALLED).filter((one) => /^\d+$/.test(one))
    : [];
  const newest = versions.map(Number).sort((a, b) => b - a)[0];
  if (newest === undefined) {
    throw new Error(
      "This test copies a database as an administrator does: apt-get install postgresql",
    );
  }
  return path.join(INSTALLED, String(newest), "bin");
}

/** A server of the system's own PostgreSQL, and its tools. */
export async function startDebianServer(password: string) {
  const bin = tools();
  const account = process.getuid?.() === 0 ? NOBODY : {};
  const folder = mkdtempSync(path.join(tmpdir(), "sorti-debian-"));
  const secret = path.join(folder, "owner-password");
  writeFileSync(secret, password, { mode: 0o600 });
  for (const place of "uid" in account ? [folder, secret] : []) {
    chownSync(place, NOBODY.uid, NOBODY.gid);
  }
  const data = path.join(folder, "data");
  const flags = [
    "-D",
    data,
    "-U",
    OWNER,
    "-A",
    "scram-sha-256",
    `--pwfile=${secret}`,
    "-E",
    "UTF8",
  ];
  await run(path.join(bin, "initdb"), [...flags, "--locale=C.UTF-8"], account);
  const port = await freePort();
  const settings = Object.entries({
    ...SERVER_SETTINGS,
    listen_addresses: "127.0.0.1",
    fsync: "off",
  })
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(" ");
  const control = (...args: string[]) =>
    run(path.join(bin, "pg_ctl"), ["-D", data, "-w", ...args], account);
  const log = path.join(folder, "server.log");
  await control("start", "-l", log, "-o", `-p ${port} -k '' ${settings}`);
  return {
    url: (database: string) => `postgresql://${OWNER}:${password}@127.0.0.1:${port}/${database}`,
    /** Runs one of the server's tools; what it printed. */
    tool: async (name: string, ...args: readonly string[]): Promise<string> =>
      (await run(path.join(bin, name), [...args], { maxBuffer: 1 << 28 })).stdout,
    /** fast: everybody is thrown out and what is written is put in order; immediate: as when the power goes. */
    restart: async (mode: "fast" | "immediate"): Promise<void> => {
      await control("restart", "-l", log, "-m", mode);
    },
    stop: async () => {
      await control("stop", "-m", "immediate").catch(() => undefined);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
