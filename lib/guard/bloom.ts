/** Bits of a Bloom filter, packed eight to a byte. It may take a stranger for a member, never a member for a stranger. */
export type NameFilter = Uint8Array;

/** Places an entry is written to: at 26 bits a name, about one stranger in 300 000 is taken for a member. */
const PLACES = 12;

/** FNV-1a, 32 bits, over UTF-16 code units. */
function hash(text: string, seed: number): number {
  let value = seed;
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  // The last letters must reach every bit: names share their endings.
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}

/** Kirsch and Mitzenmacher (2006): two hashes make as many places as are needed. */
function placesOf(entry: string, bits: number): readonly number[] {
  const [first, second] = [hash(entry, 0x811c9dc5), hash(entry, 0x01000193)];
  return Array.from({ length: PLACES }, (_, n) => (first + n * second) % bits);
}

/** A filter of `size` bytes that holds all entries. */
export function filterOf(entries: readonly string[], size: number): NameFilter {
  const filter = new Uint8Array(size);
  for (const place of entries.flatMap((entry) => placesOf(entry, size * 8))) {
    filter[place >> 3] = (filter[place >> 3] ?? 0) | (1 << (place & 7));
  }
  return filter;
}

/** Whether the entry was (almost certainly) put in. */
export function isIn(filter: NameFilter, entry: string): boolean {
  return placesOf(entry, filter.length * 8).every(
    (place) => ((filter[place >> 3] ?? 0) & (1 << (place & 7))) !== 0,
  );
}
