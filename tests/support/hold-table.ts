import pg from "pg";

/** Locks a table against everybody until the returned function is called: what needs it stops there. */
export async function holdTable(
  side: "employer" | "collector",
  table: string,
): Promise<() => Promise<void>> {
  const connectionString = process.env[`OWNER_URL_${side.toUpperCase()}`];
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query("BEGIN");
  await client.query(`LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
  return async () => {
    await client.query("ROLLBACK");
    await client.end();
  };
}
