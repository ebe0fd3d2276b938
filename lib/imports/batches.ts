import type { Rows } from "./plan";

/** Rows a statement: 11 values each stay well under the 32 767 that one statement may carry. */
const ROWS = 2_000;

/** Cuts rows into pieces that one statement can carry, one after the other. */
export function* batches<R>(
  rows: Pick<Rows<R>, "length" | "slice">,
  size = ROWS,
): Generator<readonly R[]> {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size);
}
