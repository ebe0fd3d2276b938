import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { z } from "zod";

/** What an embedded installation remembers between starts; the file is readable by its owner only. */
const schema = z.object({
  databasePassword: z.string(),
  sessionSecret: z.string(),
  databasePort: z.number(),
  mailPort: z.number(),
});
export type Installation = z.infer<typeof schema> & { readonly directory: string };

/** The directory that holds everything an embedded installation keeps. */
export function dataDirectory(): string {
  return path.resolve(process.env["SORTI_DATA_DIR"] ?? ".sorti");
}

/** A port that nobody listens on right now. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

/** Whether a port can be bound. */
export async function portIsFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}

/** Reads the installation file, or makes it; ports that somebody else has taken meanwhile are exchanged. */
export async function openInstallation(directory: string): Promise<Installation> {
  const file = path.join(directory, "installation.json");
  mkdirSync(directory, { recursive: true, mode: 0o755 });
  if (existsSync(file)) {
    return { ...schema.parse(JSON.parse(readFileSync(file, "utf8"))), directory };
  }
  const fresh = {
    databasePassword: randomBytes(18).toString("base64url"),
    sessionSecret: randomBytes(32).toString("base64url"),
    databasePort: await freePort(),
    mailPort: await freePort(),
  };
  save(file, fresh);
  return { ...fresh, directory };
}

/** Exchanges a port that another program holds. */
export async function moveDatabasePort(installation: Installation): Promise<Installation> {
  const { directory, ...kept } = installation;
  const moved = { ...kept, databasePort: await freePort() };
  save(path.join(directory, "installation.json"), moved);
  return { ...moved, directory };
}

function save(file: string, content: z.infer<typeof schema>) {
  writeFileSync(`${file}.new`, JSON.stringify(content, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
