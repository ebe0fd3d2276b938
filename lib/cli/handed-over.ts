import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ceremonyPaper, type SignedTerms } from "@/lib/ceremony/terms";
import { dataDirectory } from "@/lib/cli/installation";
import type { Quarter } from "@/lib/quarters/quarter";

/** What lies on the operator's machine between the two custodians' parts: nothing of it opens an answer. */

const placeOf = (quarter: Quarter, what: "terms" | "signed") =>
  path.join(dataDirectory(), "exchange", `${quarter}.${what}`);

/** Written whole or not at all, readable by its owner only. */
export function layDown(place: string, content: string | Uint8Array): void {
  mkdirSync(path.dirname(place), { recursive: true, mode: 0o700 });
  const unfinished = `${place}.new`;
  rmSync(unfinished, { force: true });
  writeFileSync(unfinished, content, { mode: 0o600, flush: true });
  renameSync(unfinished, place);
}

/** Lays out a quarter's terms for custodian 2; what was signed of earlier ones is of no use any more. */
export function layTerms(quarter: Quarter, terms: object): void {
  rmSync(placeOf(quarter, "signed"), { force: true });
  layDown(placeOf(quarter, "terms"), `${JSON.stringify(terms)}\n`);
}

/** The terms that were laid out, as text; null when there are none. */
export function termsLaid(quarter: Quarter): string | null {
  const place = placeOf(quarter, "terms");
  return existsSync(place) ? readFileSync(place, "utf8") : null;
}

/** Keeps what custodian 2 signed until custodian 1 signs too. */
export function laySigned(quarter: Quarter, signed: SignedTerms): void {
  layDown(placeOf(quarter, "signed"), `${JSON.stringify(signed)}\n`);
}

/** What custodian 2 signed for a quarter; null when nothing was handed in. */
export function signedTerms(quarter: Quarter): SignedTerms | null {
  const place = placeOf(quarter, "signed");
  if (!existsSync(place)) return null;
  const paper = ceremonyPaper(JSON.parse(readFileSync(place, "utf8")));
  return paper?.kind === "signed" ? paper.signed : null;
}

/** When a quarter is planned, or its terms are outdated. */
export function removeTerms(quarter: Quarter): void {
  for (const what of ["terms", "signed"] as const) {
    rmSync(placeOf(quarter, what), { force: true });
  }
}

/** A quarter whose terms lie at this place; null for any other file. */
export function quarterOfTerms(place: string): string | null {
  return /([^/\\]+)\.(?:terms|signed)$/.exec(place)?.[1] ?? null;
}
