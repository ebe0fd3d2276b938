import type { Envelopes } from "./exchange";
import { permutation, type Random } from "./shuffle";

/** Where envelopes of one length are laid aside, one after the other, and read again by their number. */
export type Shelf = {
  readonly count: number;
  readonly add: (envelope: Uint8Array) => void;
  readonly read: (place: number) => Uint8Array;
};

/**
 * What lies on the shelves in a drawn order, shorter envelopes first: an even permutation within each length.
 * What is kept in memory is four bytes an envelope.
 */
export function shuffledEnvelopes(shelves: readonly Shelf[], random: Random): Envelopes {
  const drawn = shelves.map((shelf) => ({ shelf, order: permutation(shelf.count, random) }));
  return {
    length: shelves.reduce((sum, shelf) => sum + shelf.count, 0),
    *[Symbol.iterator]() {
      for (const { shelf, order } of drawn) for (const place of order) yield shelf.read(place);
    },
  };
}
