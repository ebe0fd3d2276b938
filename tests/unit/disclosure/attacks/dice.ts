import { createCipheriv, createHash } from "node:crypto";
import type { RandomBytes } from "@/lib/disclosure/noise";

/** Bytes that look random and are the same in every run: for tests only, handed in as a value. */
export function tossed(seed: string): RandomBytes {
  let block = 0;
  return (size) => {
    const parts: Buffer[] = [];
    for (let have = 0; have < size; have += 32) {
      parts.push(createHash("sha256").update(`${seed} ${block}`).digest());
      block += 1;
    }
    return Buffer.concat(parts).subarray(0, size);
  };
}

/** The same for millions of bytes: the keystream of a cipher. */
export function tossedQuickly(seed: string): RandomBytes {
  const key = createHash("sha256").update(seed).digest();
  const stream = createCipheriv("aes-256-ctr", key, Buffer.alloc(16));
  return (size) => stream.update(Buffer.alloc(size));
}
