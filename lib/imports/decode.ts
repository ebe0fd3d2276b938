import type { Problem, ProblemCode } from "./problem";

/** The largest file that is read, bytes. */
export const MAX_BYTES = 50 * 1024 * 1024;

export type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: Problem };

/**
 * The text of an import file: UTF-8 with or without a byte order mark, else Windows-1252.
 * Line ends become `\n`. UTF-16, workbooks of the older kind (or under a password) and other binary files are refused.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length > MAX_BYTES) return refused("too-large");
  if (bytes.length === 0) return refused("empty-file");
  // An .xlsx workbook has been made into text before (workbook.ts); this is what could not be.
  if (isWorkbook(bytes)) return refused("bad-workbook");
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return refused("spreadsheet");
  if (bytes.some(isControl)) return refused("not-text");
  const text = asUtf8(bytes) ?? asWindows1252(bytes);
  if (text === null) return refused("not-text");
  if (HALF_UTF8.test(text)) return refused("mixed-encoding");
  return { ok: true, text: withPlainLineEnds(text) };
}

const PIECE = 256 * 1024;

/** Some lines at a time: one replacement of a million line ends would be noted a million times before it is made. */
function withPlainLineEnds(text: string): string {
  if (!text.includes("\r")) return text;
  const pieces: string[] = [];
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf("\n", at + PIECE) + 1 || text.length;
    pieces.push(text.slice(at, end).replace(/\r\n?/g, "\n"));
    at = end;
  }
  return pieces.join("");
}

/** Whether a file begins as an .xlsx workbook does (as any zip archive does). */
export function isWorkbook(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]);
}

/** UTF-16 text has a zero byte beside every Latin letter, so it is caught here too. */
function isControl(byte: number): boolean {
  return byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d;
}

/** "Ã¥", "Ã–", "ï»¿" …: Swedish letters or a mark in UTF-8 read as Windows-1252, in a file that is partly each. */
const HALF_UTF8 = /^ï»¿|Ã[¥¤¶…„–]/;

function asUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Bytes 80–9F of Windows-1252; a space where the code page has no character. */
const UPPER_CONTROLS = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/** Some Node releases (20.20 among them) decode 80–9F as ISO 8859-1, so those bytes are mapped here. */
function asWindows1252(bytes: Uint8Array): string | null {
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) return null;
  const unassigned = (byte: number) =>
    byte >= 0x80 && byte < 0xa0 && UPPER_CONTROLS[byte - 0x80] === " ";
  if (bytes.some(unassigned)) return null;
  return new TextDecoder("windows-1252")
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (c) => UPPER_CONTROLS[c.charCodeAt(0) - 0x80] ?? c);
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}

function refused(code: ProblemCode): Decoded {
  return { ok: false, problem: { code, line: 0, column: "" } };
}
