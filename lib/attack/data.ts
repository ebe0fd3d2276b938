import { closeSync, lstatSync, openSync, readdirSync, readSync } from "node:fs";
import path from "node:path";

const CHUNK = 8 * 1024 * 1024;

function* filesUnder(place: string): Generator<string> {
  const found = lstatSync(place, { throwIfNoEntry: false });
  if (found?.isFile()) yield place;
  if (!found?.isDirectory()) return;
  for (const name of namesIn(place)) yield* filesUnder(path.join(place, name));
}

/** What lies in a folder; nothing when a server that runs removed it meanwhile. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (cause) {
    if ((cause as { code?: unknown }).code === "ENOENT") return [];
    throw cause;
  }
}

/** Whether a file holds one of the needles; it is read in overlapping pieces. */
function holds(file: string, sought: readonly Buffer[], buffer: Buffer): boolean {
  const overlap = buffer.length - CHUNK;
  const fd = openSync(file, "r");
  try {
    for (let kept = 0; ; ) {
      const read = readSync(fd, buffer, kept, CHUNK, null);
      if (read === 0) return false;
      const piece = buffer.subarray(0, kept + read);
      if (sought.some((needle) => piece.includes(needle))) return true;
      const tail = Math.min(overlap, piece.length);
      piece.copy(buffer, 0, piece.length - tail);
      kept = tail;
    }
  } finally {
    closeSync(fd);
  }
}

/** What an attacker with the disk finds: the files under `places` that hold one of the needles. */
export function filesHolding(
  places: readonly string[],
  needles: readonly Uint8Array[],
): { readonly searched: number; readonly found: readonly string[] } {
  const files = [...new Set(places.flatMap((place) => [...filesUnder(place)]))];
  const sought = needles.map((needle) => Buffer.from(needle));
  const buffer = Buffer.alloc(CHUNK + Math.max(...sought.map(({ length }) => length)));
  const found = files.filter((file) => {
    try {
      return holds(file, sought, buffer);
    } catch {
      // A server that runs removes files while they are read.
      return false;
    }
  });
  return { searched: files.length, found };
}
