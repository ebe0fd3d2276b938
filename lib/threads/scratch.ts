import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { closeSync, mkdirSync, openSync, readSync, unlinkSync, writeSync } from "node:fs";
import path from "node:path";

/** Pieces of one length, laid aside on the disk and read again by their number. */
export type Scratch = {
  readonly count: number;
  readonly add: (piece: Uint8Array) => void;
  readonly read: (place: number) => Uint8Array;
  readonly close: () => void;
};

const CIPHER = "aes-256-ctr";

/** A counter block for each piece: its number, then the count of its blocks. */
function counterOf(place: number): Buffer {
  const counter = Buffer.alloc(16);
  counter.writeBigUInt64BE(BigInt(place));
  return counter;
}

/**
 * Opens a file that nobody else can find and no crash leaves behind: it has no name from the moment it is
 * there, and what is written is enciphered with a key that is never anywhere but in this process. So neither
 * the pieces nor the order in which they came can be read from the disk afterwards.
 */
export function openScratch(directory: string, length: number): Scratch {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const place = path.join(directory, `.scratch-${randomBytes(8).toString("hex")}`);
  const file = openSync(place, "wx+", 0o600);
  unlinkSync(place);
  const key = randomBytes(32);
  let count = 0;
  return {
    get count() {
      return count;
    },
    add: (piece) => {
      if (piece.length !== length) throw new RangeError("a piece of another length");
      const cipher = createCipheriv(CIPHER, key, counterOf(count));
      const written = writeSync(file, cipher.update(piece), 0, length, count * length);
      if (written !== length) throw new Error("The disk took only a part of what was written.");
      count += 1;
    },
    read: (at) => {
      const piece = new Uint8Array(length);
      if (readSync(file, piece, 0, length, at * length) !== length) {
        throw new RangeError("no such piece");
      }
      return createDecipheriv(CIPHER, key, counterOf(at)).update(piece);
    },
    close: () => {
      closeSync(file);
      key.fill(0);
    },
  };
}
