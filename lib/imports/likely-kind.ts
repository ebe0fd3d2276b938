import { FORMATS } from "./formats";
import { IMPORT_KINDS, type ImportKind } from "./kind-plan";

/** A header is shorter than this, in bytes. */
const LONGEST_HEADER = 4_096;

/** Under this share of a kind's columns a file does not look like it. */
const LEAST = 0.5;

/**
 * Which other kind of file this looks like, by the columns that its first line names; null when it looks like none
 * more than like the one it was taken for. The columns' names are the same bytes in every encoding that is read.
 */
export function likelyKind(bytes: Uint8Array, taken: ImportKind): ImportKind | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, LONGEST_HEADER));
  const [line = ""] = head.split(/\r\n|\r|\n/);
  const named = new Set(
    line.split(/[;,\t]/).map((name) => name.replace(/[^\w]/g, "").toLowerCase()),
  );
  const share = (kind: ImportKind) => {
    const { required } = FORMATS[kind];
    return required.filter((column) => named.has(column)).length / required.length;
  };
  const [best = taken] = IMPORT_KINDS.toSorted((a, b) => share(b) - share(a));
  return share(best) >= LEAST && share(best) > share(taken) ? best : null;
}
