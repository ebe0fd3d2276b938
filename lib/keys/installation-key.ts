import { randomBytes } from "node:crypto";
import path from "node:path";
import { KeyRefused } from "./refused";
import { createSecret, readSecret } from "./secret-file";

const LENGTH = 32;

function stored(file: string): Uint8Array | null {
  const key = readSecret(file);
  if (key !== null && key.length !== LENGTH) throw new KeyRefused("damaged");
  return key;
}

/** 32 bytes in a file of their own, made when first needed; two processes that both make it end with the same. */
export function installationKey(dir: string, name: string): Uint8Array {
  const file = path.join(dir, name);
  const known = stored(file);
  if (known) return known;
  try {
    createSecret(file, randomBytes(LENGTH));
  } catch (error) {
    if (!(error instanceof KeyRefused)) throw error;
  }
  const made = stored(file);
  if (made === null) throw new KeyRefused("no-key");
  return made;
}
