import { asOwner } from "../../support/databases";

/** Where the server's log ahead of writing stands now. */
export async function walPlace(): Promise<string> {
  const [row] = await asOwner<{ at: string }>(
    "collector",
    "SELECT pg_current_wal_flush_lsn()::text AS at",
  );
  return row?.at ?? "";
}

const WRITERS = `
  WITH files AS (
    SELECT string_agg(pg_relation_filenode(c.oid)::text, '|') AS names
    FROM pg_class c WHERE c.oid IN (
      SELECT unnest(ARRAY[t.oid, t.reltoastrelid, i.indexrelid]) FROM pg_class t
        LEFT JOIN pg_index i ON i.indrelid = t.oid JOIN pg_namespace n ON n.oid = t.relnamespace
      WHERE n.nspname || '.' || t.relname IN
        ('release.atoms', 'release.cells', 'release.receipts', 'mixing.sealed'))
  ), records AS (
    SELECT xid::text::bigint AS xid, resource_manager, record_type, block_ref
    FROM pg_get_wal_records_info($1, pg_current_wal_flush_lsn())
  ), writing AS (
    SELECT DISTINCT xid FROM records, files
    WHERE xid <> 0 AND block_ref ~ ('rel [0-9]+/[0-9]+/(' || names || ') ')
  )
  SELECT (SELECT count(*) FROM writing)::int AS transactions,
    (SELECT count(*) FROM records WHERE record_type = 'COMMIT' AND xid IN (SELECT xid FROM writing))::int AS commits`;

/** How many transactions wrote to the tables of a mix since then, by the WAL alone. */
export async function mixWriters(since: string) {
  const rows = await asOwner<{ transactions: number; commits: number }>("collector", WRITERS, [
    since,
  ]);
  return rows[0];
}
