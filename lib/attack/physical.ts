import type { Ask, Leak } from "./ask";

const leak = (sentence: string): Leak => ({ attack: "physical", sentence });

/** Transactions that wrote a mixed round's rows, table by table: more than one is an order. */
const WRITERS = `
  WITH written AS (
    SELECT 'release.atoms' AS name, to_quarter AS quarter, xmin::text FROM release.atoms
    UNION ALL SELECT 'release.cells', to_quarter, xmin::text FROM release.cells
    UNION ALL SELECT 'release.receipts', quarter, xmin::text FROM release.receipts
    UNION ALL SELECT 'release.themes', to_quarter, xmin::text FROM release.themes
    UNION ALL SELECT 'release.paraphrases', to_quarter, xmin::text FROM release.paraphrases
    UNION ALL SELECT 'mixing.sealed', quarter, xmin::text FROM mixing.sealed
  )
  SELECT name, quarter, count(DISTINCT xmin)::int AS writers FROM written GROUP BY 1, 2 ORDER BY 1, 2`;

/** Every table that a mix writes must show one transaction for each round. */
export async function transactionLeaks(ask: Ask): Promise<Leak[]> {
  const rows = await ask<{ name: string; quarter: string; writers: number }>("collector", WRITERS);
  return rows
    .filter(({ writers }) => writers !== 1)
    .map(({ name, quarter, writers }) =>
      leak(`${name} for ${quarter} was written by ${writers} transactions, so it has an order.`),
    );
}

/** Partitions of rounds that are mixed and not in use again, with what is left in them, in bytes. */
const LEFT = `
  SELECT c.relname AS name,
    pg_relation_size(c.oid)::int + COALESCE(pg_relation_size(NULLIF(c.reltoastrelid, 0)), 0)::int AS bytes
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = 'collector' AND c.relkind = 'r'
    AND right(c.relname, 1) NOT IN (SELECT slot::text FROM release.rounds WHERE state <> 'mixed')`;

/** After a mix nothing of inbox and withdrawals is left, not even a dead row or its overflow. */
export async function leftoverLeaks(ask: Ask): Promise<Leak[]> {
  const rows = await ask<{ name: string; bytes: number }>("collector", LEFT);
  return rows
    .filter(({ bytes }) => bytes > 0)
    .map(({ name, bytes }) => leak(`collector.${name} still holds ${bytes} bytes after its mix.`));
}

const COMMENTS = `
  SELECT (pg_relation_size(c.oid) + COALESCE(pg_relation_size(NULLIF(c.reltoastrelid, 0)), 0))::int AS bytes
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = 'redaction' AND c.relname = 'comments'
    AND NOT EXISTS (SELECT FROM redaction.codings WHERE state = 'open')`;

/** When no comments are being read, nothing of them is left, not even a dead row or its overflow. */
export async function commentLeaks(ask: Ask): Promise<Leak[]> {
  const rows = await ask<{ bytes: number }>("collector", COMMENTS);
  return rows
    .filter(({ bytes }) => bytes > 0)
    .map(({ bytes }) => leak(`redaction.comments still holds ${bytes} bytes after its reading.`));
}

const SIZES =
  "SELECT length(sealed) AS size, count(*)::int AS rows FROM collector.inbox GROUP BY 1 ORDER BY 1";

/** How many sealed answers there are of each size; other sizes than the fixed ones tell how much was written. */
export async function sizeFindings(
  ask: Ask,
  fixed: readonly number[],
): Promise<{ leaks: Leak[]; sizes: Readonly<Record<string, number>> }> {
  const rows = await ask<{ size: number; rows: number }>("collector", SIZES);
  const odd = rows.filter(({ size }) => !fixed.includes(size));
  return {
    leaks: odd.map(({ size, rows: n }) => leak(`${n} sealed answers have the odd size ${size}.`)),
    sizes: Object.fromEntries(rows.map(({ size, rows: n }) => [String(size), n])),
  };
}

/** Receipts by place on the disk against receipts by value. */
const UNSORTED = `
  WITH placed AS (
    SELECT quarter, state, row_number() OVER (PARTITION BY quarter, state ORDER BY ctid) AS place,
      row_number() OVER (PARTITION BY quarter, state ORDER BY hash) AS value
    FROM release.receipts
  )
  SELECT DISTINCT quarter FROM placed WHERE place <> value`;

/** The public receipts must lie sorted on the disk: any other order could be an order of arrival. */
export async function receiptLeaks(ask: Ask): Promise<Leak[]> {
  const rows = await ask<{ quarter: string }>("collector", UNSORTED);
  return rows.map(({ quarter }) =>
    leak(`The receipts of ${quarter} lie in an order of their own.`),
  );
}
