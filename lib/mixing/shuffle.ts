/** `random(n)` returns n bytes of a secure source; only tests hand in anything else. */
export type Random = (n: number) => Uint8Array;

const BATCH = 4096;

/** 32-bit numbers out of a byte source, fetched a few thousand at a time. */
function* words(random: Random): Generator<number, never> {
  for (;;) {
    const bytes = random(BATCH * 4);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at < BATCH * 4; at += 4) yield view.getUint32(at);
  }
}

/** A number from 0 to `bound − 1`, each as likely: words in the uneven rest are drawn again. */
function below(bound: number, source: Generator<number, never>): number {
  const even = 2 ** 32 - (2 ** 32 % bound);
  for (;;) {
    const word = source.next().value;
    if (word < even) return word % bound;
  }
}

/** An order drawn evenly from all orders of `count` places (Fisher–Yates, inside out). */
export function permutation(count: number, random: Random): Uint32Array {
  const order = new Uint32Array(count);
  const source = words(random);
  for (let place = 0; place < count; place += 1) {
    const drawn = below(place + 1, source);
    order[place] = order[drawn] ?? 0;
    order[drawn] = place;
  }
  return order;
}

/** The items in an order drawn evenly from all orders. The list handed in stays as it is. */
export function shuffle<T>(items: readonly T[], random: Random): T[] {
  return Array.from(permutation(items.length, random)).flatMap((place) =>
    items.slice(place, place + 1),
  );
}
