/** Rows a statement: 11 values each stay well under the 32 767 that one statement may carry. */
const ROWS = 2_000;

/** Cuts rows into pieces that one statement can carry. */
export function batches<R>(rows: readonly R[], size = ROWS): R[][] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, i) =>
    rows.slice(i * size, (i + 1) * size),
  );
}
