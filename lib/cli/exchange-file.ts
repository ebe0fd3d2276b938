import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import path from "node:path";
import { Refusal } from "@/lib/cli/refusal";
import { type Exchange, exchangeParts } from "@/lib/mixing/exchange";
import { openExchange, type Stored } from "@/lib/mixing/read-exchange";

function write(file: number, piece: Uint8Array): void {
  for (let at = 0; at < piece.length; ) at += writeSync(file, piece, at);
}

/** The new name outlives a power cut too. */
function syncFolder(folder: string): void {
  const opened = openSync(folder, "r");
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

/**
 * Writes what custodian 2 hands over, readable by its owner only; the name appears when all of it is there.
 * Returns its checksum, hex.
 */
export function writeExchangeFile(place: string, exchange: Exchange): string {
  mkdirSync(path.dirname(place), { recursive: true, mode: 0o700 });
  const unfinished = `${place}.new`;
  rmSync(unfinished, { force: true });
  const file = openSync(unfinished, "wx", 0o600);
  let last: Uint8Array = new Uint8Array();
  try {
    for (const piece of exchangeParts(exchange)) {
      write(file, piece);
      last = piece;
    }
    // Else a power cut could leave the name on a file that is empty.
    fsyncSync(file);
  } catch (cause) {
    rmSync(unfinished, { force: true });
    throw cause;
  } finally {
    closeSync(file);
  }
  renameSync(unfinished, place);
  syncFolder(path.dirname(place));
  return Buffer.from(last).toString("hex");
}

/** Runs with a file that stays where it is; its pieces are read when they are asked for. */
export async function withFile<T>(place: string, work: (stored: Stored) => Promise<T>): Promise<T> {
  let file: number;
  try {
    file = openSync(place, "r");
  } catch {
    throw new Refusal(`${place} cannot be read.`);
  }
  const read = (from: number, to: number) => {
    const piece = new Uint8Array(to - from);
    return piece.subarray(0, readSync(file, piece, 0, piece.length, from));
  };
  try {
    return await work({ length: fstatSync(file).size, read });
  } finally {
    closeSync(file);
  }
}

/** Opens the file that custodian 2 wrote; its envelopes are read when they are asked for. Throws `ExchangeDamaged`. */
export async function withExchangeFile<T>(
  place: string,
  work: (exchange: Exchange) => Promise<T>,
): Promise<T> {
  if (!existsSync(place)) {
    throw new Refusal(
      `${place} cannot be read. Run sorti round peel first, or name the file with --in.`,
    );
  }
  return withFile(place, async (stored) => work(openExchange(stored)));
}
