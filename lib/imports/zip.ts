import { inflateRawSync } from "node:zlib";

/** `too-large`: unpacks to more than is read. `damaged`: no zip archive, or one that lies about itself. */
export type Unpacked = "fits" | "too-large" | "damaged";

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
/** A workbook has some tens of parts. */
const MOST_ENTRIES = 1_000;

type Entry = {
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly at: number;
};

/**
 * Whether all of a zip archive unpacks to at most `most` bytes, found by unpacking each part under that bound:
 * what an archive says of its own sizes is believed only when it turns out to be true (APPNOTE 6.3, 4.3).
 */
export function unpacksWithin(bytes: Uint8Array, most: number): Unpacked {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = entriesOf(view);
  if (entries === null) return "damaged";
  let left = most;
  for (const entry of entries) {
    if (entry.unpacked > left) return "too-large";
    if (sizeOf(bytes, view, entry) !== entry.unpacked) return "damaged";
    left -= entry.unpacked;
  }
  return "fits";
}

/** The central directory; null when there is none, it is cut off, or it is absurdly long. */
function entriesOf(view: DataView): readonly Entry[] | null {
  const end = endOf(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  if (count > MOST_ENTRIES) return null;
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== ENTRY) return null;
    entries.push({
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    const extras = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    at += extras.reduce((sum, length) => sum + length, 46);
  }
  return entries;
}

/** Where the end record begins: at most 65 535 bytes of comment follow it. */
function endOf(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  return null;
}

/** How many bytes a part gives; null when it gives more than it says, or cannot be unpacked. */
function sizeOf(bytes: Uint8Array, view: DataView, entry: Entry): number | null {
  const { at, packed, unpacked, method } = entry;
  if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL) return null;
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const part = bytes.subarray(from, from + packed);
  if (method === STORED) return part.length;
  if (method !== DEFLATED) return null;
  try {
    return inflateRawSync(part, { maxOutputLength: Math.max(1, unpacked) }).length;
  } catch {
    return null;
  }
}
