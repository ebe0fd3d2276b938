import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { dataDirectory } from "@/lib/cli/installation";
import { type PeeledTexts, peeledTextsFile, readPeeledTexts } from "@/lib/coding/peeled-texts";
import type { Quarter } from "@/lib/quarters/quarter";

/** Where custodian 2's half of opening the texts lies until custodian 1 opens it. */
export const textsPlace = (round: Quarter) =>
  path.join(dataDirectory(), "exchange", `${round}.texts`);

/** Writes what custodian 2 hands over, readable by its owner only, whole or not at all. */
export function writeTextsFile(place: string, peeled: PeeledTexts): void {
  mkdirSync(path.dirname(place), { recursive: true, mode: 0o700 });
  const unfinished = `${place}.new`;
  rmSync(unfinished, { force: true });
  writeFileSync(unfinished, peeledTextsFile(peeled), { mode: 0o600, flush: true });
  renameSync(unfinished, place);
}

/** What custodian 2 handed over; null when there is nothing. Throws `CodingRefused("unreadable")`. */
export function readTextsFile(place: string): PeeledTexts | null {
  let text: string;
  try {
    text = readFileSync(place, "utf8");
  } catch {
    return null;
  }
  return readPeeledTexts(text);
}

/** Removes it, when its texts are opened or it is of no use any more. */
export function removeTextsFile(place: string): void {
  rmSync(place, { force: true });
}
