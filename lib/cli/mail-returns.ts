import { readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { commandLineActor } from "@/lib/auth/command-line";
import { removeOldFiles } from "@/lib/cli/old-files";
import { KEPT } from "@/lib/disposal/disposal";
import { disposalTime } from "@/lib/disposal-clock/data";
import { env } from "@/lib/env";
import { MOST_BYTES, readReturned } from "@/lib/mail/returned";
import { noteReturn } from "@/lib/mail-returns/mutations";
import { dayAt } from "@/lib/quarters/today";

/** What became of a mail: `noted`, `unknown` (of a mail that is gone or was never ours), or `other`: no return. */
export type ReadReturn = "noted" | "unknown" | "other";

/** Reads one mail, and notes what it tells. */
export async function takeReturn(raw: Uint8Array, now = new Date()): Promise<ReadReturn> {
  const returned = await readReturned(raw);
  if (returned === null) return "other";
  const noted = await noteReturn(commandLineActor("hr", "mail returns"), returned, dayAt(now));
  return noted ? "noted" : "unknown";
}

/** A mail that somebody else has just taken is no mistake. */
function unlessTaken<T>(work: () => T): T | null {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return null;
    throw cause;
  }
}

/** One byte over the limit is enough to be none. */
const bytesAt = (place: string) =>
  statSync(place).size > MOST_BYTES ? new Uint8Array(MOST_BYTES + 1) : readFileSync(place);

/**
 * Reads the new mails of a Maildir. A return goes when it is noted: it holds an address. What is none is moved among
 * the seen ones, for a person to read before it goes with the days of the disposal schedule. Two who look at once note the same thing, which is done once.
 *
 * @param until the moment up to which old ones go; else as far as the clocks are believed
 */
export async function takeReturns(
  folder: string,
  now = new Date(),
  until?: Date,
): Promise<readonly ReadReturn[]> {
  const results: ReadReturn[] = [];
  const old = { days: KEPT.refusedDays, since: "mtime" } as const;
  removeOldFiles(path.join(folder, "cur"), old, until ?? (await disposalTime(now)));
  for (const name of unlessTaken(() => readdirSync(path.join(folder, "new"))) ?? []) {
    const place = path.join(folder, "new", name);
    const raw = unlessTaken(() => bytesAt(place));
    if (raw === null) continue;
    const read = await takeReturn(raw, now);
    if (read === "other") {
      unlessTaken(() => renameSync(place, path.join(folder, "cur", `${name}:2,`)));
    } else {
      rmSync(place, { force: true });
    }
    results.push(read);
  }
  return results;
}

/** The server's own round: the Maildir of SORTI_RETURNS_DIR, if there is one. */
export async function readMailReturns(now = new Date()): Promise<void> {
  const { SORTI_RETURNS_DIR: folder } = env();
  if (folder !== undefined) await takeReturns(folder, now);
}
