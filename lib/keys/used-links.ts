import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { appendFile, mkdir } from "node:fs/promises";
import path from "node:path";
import { type Day, isQuarter, type Quarter } from "@/lib/quarters/quarter";
import { keyDirectory } from "./directory";

/**
 * Which links have been used, beside the keys and so outside every backup of the database: an employer's database
 * that is restored has forgotten the newest ones (decision 0083). Hashes only, sorted, in one file for each last day
 * of a link, so that they go when the link does. What is newer than half an hour stands in short-lived files, since
 * several instances can add to those at once; their order is gone when they are settled.
 */
export type UsedLink = {
  /** The link's last day. */
  readonly until: Day;
  readonly quarter: Quarter;
  /** SHA-256, hex, as in `issuer.redemptions`. */
  readonly tokenHash: string;
  readonly blindedHash: string;
};

const LINE = /^(\d{4}-\d{2}-\d{2}) (\d{4}-Q[1-4]) ([0-9a-f]{64}) ([0-9a-f]{64})$/;
const SETTLED = /^\d{4}-\d{2}-\d{2}$/;
const FRESH = /^fresh-(\d+)$/;
/** A fresh file takes lines for so long, and is settled when the next one has been used for as long. */
const SLOT_MS = 10 * 60_000;

const folderIn = (dir: string) => path.join(dir, "used-links");
const slotAt = (now: Date) => Math.floor(now.getTime() / SLOT_MS);

/** A line that a crash cut short is no line: its credential was never given out. */
function readLine(line: string): UsedLink[] {
  const [, until = "", quarter = "", tokenHash = "", blindedHash = ""] = LINE.exec(line) ?? [];
  return isQuarter(quarter) ? [{ until, quarter, tokenHash, blindedHash }] : [];
}

function namesIn(dir: string, like: RegExp): string[] {
  const folder = folderIn(dir);
  return existsSync(folder) ? readdirSync(folder).filter((name) => like.test(name)) : [];
}

/** Another instance may just have settled or forgotten it. */
function bytesOf(dir: string, name: string): Buffer {
  try {
    return readFileSync(path.join(folderIn(dir), name));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return Buffer.alloc(0);
    throw cause;
  }
}

const linesOf = (bytes: Buffer) => bytes.toString("utf8").split("\n").flatMap(readLine);

/** The use of the link with this hash and last day; null when it has not been used. */
export function usedLink(until: Day, tokenHash: string, dir = keyDirectory()): UsedLink | null {
  // Fresh ones first: what is settled meanwhile is then found where it went.
  for (const name of [...namesIn(dir, FRESH), until]) {
    const bytes = bytesOf(dir, name);
    const found = bytes.includes(tokenHash)
      ? linesOf(bytes).find((one) => one.tokenHash === tokenHash)
      : undefined;
    if (found) return found;
  }
  return null;
}

/** Every used link that is kept, each once; `from`: those whose last day is not before it, since older ones are to be forgotten. */
export function usedLinks(from: Day | null, dir = keyDirectory()): readonly UsedLink[] {
  const names = [...namesIn(dir, FRESH), ...namesIn(dir, SETTLED)];
  const all = names.flatMap((name) => linesOf(bytesOf(dir, name)));
  const kept = from === null ? all : all.filter(({ until }) => until >= from);
  return [...new Map(kept.map((one) => [one.tokenHash, one])).values()];
}

const lineOf = ({ until, quarter, tokenHash, blindedHash }: UsedLink) =>
  `${until} ${quarter} ${tokenHash} ${blindedHash}`;

/** Notes that a link has been used, on the disk when it resolves. */
export async function noteUsedLink(use: UsedLink, now: Date, dir = keyDirectory()): Promise<void> {
  const folder = folderIn(dir);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, `fresh-${slotAt(now)}`);
  // The line begins a new one whatever a crash left before it.
  await appendFile(file, `\n${lineOf(use)}\n`, { mode: 0o600, flush: true });
}

/** Puts what is no longer fresh among the sorted, whose files tell no time. One at a time; safe to kill and to repeat. */
export function settleUsedLinks(now: Date, dir = keyDirectory()): void {
  const old = namesIn(dir, FRESH).filter((name) => Number(FRESH.exec(name)?.[1]) < slotAt(now) - 1);
  const uses = old.flatMap((name) => linesOf(bytesOf(dir, name)));
  for (const until of new Set(uses.map((one) => one.until))) {
    const file = path.join(folderIn(dir), until);
    const here = uses.filter((one) => one.until === until);
    const lines = new Set([...linesOf(bytesOf(dir, until)), ...here].map(lineOf));
    const text = [...lines].sort().map((line) => `${line}\n`);
    writeFileSync(`${file}.part`, text.join(""), { mode: 0o600, flush: true });
    utimesSync(`${file}.part`, 0, 0);
    renameSync(`${file}.part`, file);
  }
  for (const name of old) rmSync(path.join(folderIn(dir), name), { force: true });
}

/** Forgets the links whose last day was before `before`. Safe to repeat. */
export function forgetUsedLinks(before: Day, dir = keyDirectory()): void {
  for (const day of namesIn(dir, SETTLED).filter((one) => one < before)) {
    rmSync(path.join(folderIn(dir), day), { force: true });
  }
}
