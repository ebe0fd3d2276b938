import { letterCodeFrom, normaliseLetterCode } from "@/lib/sealing/letter-code";

/** A letter's code, which checks itself, and seven signs more. */
const [CHECKED, MORE] = [17, 7];

/** How many random bytes a code is made of. */
export const PAPER_BYTES = 20;

/**
 * A code of 115 bits for paper, 24 signs: so many that what is stored in its place needs neither salt nor slowness,
 * also for whoever has got hold of the table.
 */
export function paperCodeFrom(bytes: Uint8Array): string {
  const half = PAPER_BYTES / 2;
  const more = letterCodeFrom(bytes.slice(half)).slice(0, MORE);
  return `${letterCodeFrom(bytes.slice(0, half))}${more}`;
}

/** A code as somebody typed it; null when it is none. The shorter ones that were given out before are read too. */
export function readPaperCode(typed: string): string | null {
  const plain = typed.toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
  const code = normaliseLetterCode(plain.slice(0, CHECKED));
  if (code === null) return null;
  const more = plain.slice(CHECKED);
  return more === "" || /^[0-9A-HJKMNP-TV-Z]{7}$/.test(more) ? `${code}${more}` : null;
}
