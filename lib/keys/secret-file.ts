import { randomBytes } from "node:crypto";
import {
  closeSync,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import path from "node:path";
import { KeyRefused } from "./refused";

function has(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}

function sync(target: string, flags: string, write: (fd: number) => void): void {
  const fd = openSync(target, flags, 0o600);
  try {
    write(fd);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** Written whole under another name first: a crash leaves no half file under the real one. */
function prepared(file: string, content: string | Uint8Array): string {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(6).toString("hex")}.draft`;
  sync(draft, "wx", (fd) => writeSync(fd, Buffer.from(content)));
  return draft;
}

/** Creates a file that only its owner may read. Throws `KeyRefused("exists")` rather than overwrite one. */
export function createSecret(file: string, content: string | Uint8Array): void {
  const draft = prepared(file, content);
  try {
    linkSync(draft, file);
  } catch (error) {
    if (has(error, "EEXIST")) throw new KeyRefused("exists");
    throw error;
  } finally {
    unlinkSync(draft);
  }
}

/** Puts new content in a file's place, in one step. */
export function replaceSecret(file: string, content: string): void {
  renameSync(prepared(file, content), file);
}

/** A claim this old was left by a process that ended half-way; taking one takes milliseconds. */
const STALE_MS = 10_000;

function claimed(draft: string, claim: string): void {
  const since = statSync(claim, { throwIfNoEntry: false })?.mtimeMs;
  if (since !== undefined && Date.now() - since > STALE_MS) rmSync(claim, { force: true });
  try {
    linkSync(draft, claim);
  } catch (error) {
    throw has(error, "EEXIST") ? new KeyRefused("changed") : error;
  }
}

/**
 * Puts new content in a file's place, in one step, if it still holds what it held. Of two at once, here or
 * in another process, one is refused: `KeyRefused("changed")`. The old file stays until the new is written.
 */
export function exchangeSecret(file: string, before: string, content: string): void {
  const draft = prepared(file, content);
  const claim = `${file}.claim`;
  try {
    claimed(draft, claim);
    if (readSecret(file)?.toString("utf8") !== before) {
      unlinkSync(claim);
      throw new KeyRefused("changed");
    }
    renameSync(claim, file);
  } finally {
    unlinkSync(draft);
  }
}

/** The file's bytes, or null when there is none. */
export function readSecret(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch (error) {
    if (has(error, "ENOENT")) return null;
    throw error;
  }
}

/** Overwrites and removes a file; says whether there was one. Safe to repeat, also after a crash half-way. */
export function destroySecret(file: string): boolean {
  try {
    sync(file, "r+", (fd) => writeSync(fd, randomBytes(fstatSync(fd).size)));
    unlinkSync(file);
    return true;
  } catch (error) {
    if (has(error, "ENOENT")) return false;
    throw error;
  }
}
