import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { appendFile, mkdir, utimes } from "node:fs/promises";
import path from "node:path";
import { type Day, isQuarter, type Quarter } from "@/lib/quarters/quarter";
import { keyDirectory } from "./directory";

/**
 * Which links have been used, beside the keys and so outside every backup of the database: an employer's database
 * that is restored has forgotten the newest ones (decision 0083). Hashes only, in one file for each last day of
 * a link, so that they go when the link does.
 */
export type UsedLink = {
  readonly quarter: Quarter;
  /** SHA-256, hex, as in `issuer.redemptions`. */
  readonly tokenHash: string;
  readonly blindedHash: string;
};

const LINE = /^(\d{4}-Q[1-4]) ([0-9a-f]{64}) ([0-9a-f]{64})$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const folderIn = (dir: string) => path.join(dir, "used-links");

/** A line that a crash cut short is no line: its credential was never given out. */
function readLine(line: string): UsedLink[] {
  const [, quarter = "", tokenHash = "", blindedHash = ""] = LINE.exec(line) ?? [];
  return isQuarter(quarter) ? [{ quarter, tokenHash, blindedHash }] : [];
}

function daysIn(dir: string): string[] {
  const folder = folderIn(dir);
  return existsSync(folder) ? readdirSync(folder).filter((name) => DAY.test(name)) : [];
}

/** The used links whose last day is `until`. */
export function usedLinksUntil(until: Day, dir = keyDirectory()): readonly UsedLink[] {
  const file = path.join(folderIn(dir), until);
  return existsSync(file) ? readFileSync(file, "utf8").split("\n").flatMap(readLine) : [];
}

/** Every used link that is kept. */
export const usedLinks = (dir = keyDirectory()): readonly UsedLink[] =>
  daysIn(dir).flatMap((day) => usedLinksUntil(day, dir));

/** Notes that a link has been used, on the disk when it resolves. The file tells no time, as the table tells none. */
export async function noteUsedLink(
  until: Day,
  { quarter, tokenHash, blindedHash }: UsedLink,
  dir = keyDirectory(),
): Promise<void> {
  await mkdir(folderIn(dir), { recursive: true, mode: 0o700 });
  const file = path.join(folderIn(dir), until);
  // The line begins a new one whatever a crash left before it.
  const line = `\n${quarter} ${tokenHash} ${blindedHash}\n`;
  await appendFile(file, line, { mode: 0o600, flush: true });
  await utimes(file, 0, 0);
}

/** Forgets the links whose last day was before `before`. Safe to repeat. */
export function forgetUsedLinks(before: Day, dir = keyDirectory()): void {
  for (const day of daysIn(dir).filter((one) => one < before)) {
    rmSync(path.join(folderIn(dir), day), { force: true });
  }
}
